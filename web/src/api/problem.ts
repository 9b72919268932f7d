/**
 * Owns what went wrong, as the service tells it (RFC 9457), so that every page shows it in one way.
 */
import type { components } from "./schema";

export type ProblemDocument = components["schemas"]["Problem"];
export type ProblemError = components["schemas"]["ProblemError"];

/** A problem that was told, as something that can be thrown. */
export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument) {
    super(document.detail || document.title);
    this.document = document;
  }

  /** Everything that is wrong; at least one line. */
  get errors(): ProblemError[] {
    return this.document.errors ?? [];
  }

  get code(): string {
    return this.document.code;
  }
}

/** Whether a body is a problem document. */
export function isProblem(body: unknown): body is ProblemDocument {
  return typeof body === "object" && body !== null && "code" in body && "title" in body;
}

/** What is told where nobody answered. */
export function unreachable(): Problem {
  return new Problem({
    status: 0,
    code: "service.unreachable",
    title: "The service does not answer",
    detail: "Check that it runs and that you are online. Nothing was changed.",
  });
}

/** Anything that was thrown, as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new Problem({ status: 0, code: "studio.mistake", title: "The page made a mistake", detail });
}

/** Whether a request was taken back by ourselves. */
export function isAborted(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === "AbortError";
}

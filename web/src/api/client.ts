/**
 * Owns how the page talks with the service: one typed client, with the key of the tab.
 *
 * It must never ask another origin, and never keep a key beyond the tab.
 */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";
import { isProblem, Problem, unreachable } from "./problem";

/** What the service's documents call their parts. */
export type Schemas = components["schemas"];

const STORED = "proem.key";

/** The key of this tab. */
export function key(): string | null {
  return sessionStorage.getItem(STORED);
}

/** Keeps a key for this tab, or forgets it. */
export function setKey(value: string | null): void {
  if (value === null) sessionStorage.removeItem(STORED);
  else sessionStorage.setItem(STORED, value);
}

/** Called when the service no longer takes the key. */
export const refused: { handler: () => void } = { handler: () => {} };

export const api = createClient<paths>({ baseUrl: "/" });

api.use({
  onRequest({ request }) {
    const own = key();
    if (own) request.headers.set("authorization", `Bearer ${own}`);
    return request;
  },
  onResponse({ response }) {
    if (response.status === 401 && key()) refused.handler();
  },
});

/** What was asked for, or a thrown `Problem`. */
export async function got<T>(asked: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let reply;
  try {
    reply = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  }
  if (reply.response.ok) return reply.data as T;
  throw isProblem(reply.error)
    ? new Problem(reply.error)
    : new Problem({
        status: reply.response.status,
        code: "reply.unreadable",
        title: "The answer cannot be read",
        detail: `The address answered with status ${reply.response.status} and no problem document. Is a proxy in between?`,
      });
}

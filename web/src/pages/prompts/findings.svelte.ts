/**
 * Owns what `check` says of the text in the editor, while it is typed.
 */
import { api, got } from "~/api/client";
import { isAborted } from "~/api/problem";
import type { Diagnostic } from "~/api/shapes";
import { ByteText } from "~/lib/bytes";
import type { Mark } from "./editor/editor";
import { mend } from "./fixes";

/** Put in front of a text without front matter, so that it is not taken for a body alone. */
const EMPTY_FRONT = "---\n---\n";

export class Findings {
  /** Those of this file. */
  own = $state.raw<(Diagnostic & { mark: Mark })[]>([]);
  /** Errors in other files that this text brings about. */
  elsewhere = $state.raw<Diagnostic[]>([]);
  checked = $state(false);
  problem = $state.raw<unknown>(null);
  private asked: AbortController | null = null;

  get errors(): number {
    return this.own.filter((finding) => finding.severity === "error").length + this.elsewhere.length;
  }

  async check(agent: string, name: string, text: string): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const shift = text.startsWith("---") ? 0 : EMPTY_FRONT.length;
    const draft = shift > 0 ? EMPTY_FRONT + text : text;
    try {
      const found = await got(
        api.POST("/api/v1/agents/{agent}/check", {
          params: { path: { agent } },
          body: { drafts: { [name]: draft } },
          signal: asked.signal,
        }),
      );
      const findings = found.findings as unknown as Diagnostic[];
      const file = `prompts/${name}.md`;
      const bytes = new ByteText(draft);
      const place = (byte: number) => Math.max(0, bytes.at(byte) - shift);
      this.own = findings
        .filter((finding) => finding.span?.file === file)
        .map((finding) => ({
          ...finding,
          mark: { ...mark(finding, place, text.length), mend: finding.fix ? mend(finding.fix, text, draft) : null },
        }));
      this.elsewhere = findings.filter((finding) => finding.span?.file !== file && finding.severity === "error");
      this.problem = null;
    } catch (thrown) {
      if (isAborted(thrown)) return;
      this.problem = thrown;
      this.own = [];
      this.elsewhere = [];
    }
    this.checked = true;
  }
}

function mark(finding: Diagnostic, place: (byte: number) => number, length: number): Omit<Mark, "mend"> {
  const from = Math.min(place(finding.span?.start ?? 0), length);
  const to = Math.min(place(finding.span?.end ?? 0), length);
  const { severity, message, help } = finding;
  // What has no length is shown at the character that stands there.
  return { from, to: to > from ? to : Math.min(from + 1, length), severity, message, help };
}

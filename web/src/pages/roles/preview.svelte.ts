/**
 * Owns the preview of a role: a step with sample values, assembled as the form stands.
 *
 * It must never show an assembly of an older form than the newest that was answered.
 */
import { api, got } from "~/api/client";
import { isAborted, Problem, type ProblemError } from "~/api/problem";
import type { AssembledCall, Json, JsonObject } from "~/api/shapes";
import { lay, type Laid } from "~/lib/spans";
import { isAbout } from "./about";
import { nested, type StepKind } from "./fields";

export interface Asked {
  step: StepKind;
  mode: string;
  values: Record<string, Json>;
  /** The form, where it is not what is stored. */
  draft: { prompt_config: JsonObject; modes: JsonObject } | null;
}

export class RolePreview {
  made = $state.raw<AssembledCall | null>(null);
  laid = $state.raw<Laid | null>(null);
  /** What is wrong with the form. */
  errors = $state.raw<ProblemError[]>([]);
  problem = $state.raw<unknown>(null);
  private asked: AbortController | null = null;

  async assemble(id: string, { step, mode, values, draft }: Asked): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const body = {
      step,
      input: nested(values),
      include: ["manifest"],
      ...(mode ? { mode } : {}),
      ...draft,
    };
    try {
      // The document leaves inputs open, because each role has its own.
      const reply = await got(
        api.POST("/api/v1/agent-roles/{id}/assemble", { params: { path: { id } }, body: body as never, signal: asked.signal }),
      );
      const made = reply as unknown as AssembledCall;
      this.made = made;
      this.laid = lay(made.payload, made.manifest);
      [this.errors, this.problem] = [[], null];
    } catch (thrown) {
      if (isAborted(thrown)) return;
      this.errors = thrown instanceof Problem ? thrown.errors.filter((error) => error.pointer.startsWith("/prompt_config") || isAbout(error)) : [];
      this.problem = this.errors.length > 0 ? null : thrown;
    }
  }
}

/**
 * Owns the live preview: the turn of a case in which the prompt stands, with the text of the editor in it.
 */
import { api, got } from "~/api/client";
import { isAborted } from "~/api/problem";
import { isCall, type AssembledCall, type JsonObject, type Outline } from "~/api/shapes";
import { assemble } from "~/lib/assemble";
import { lay, type Piece } from "~/lib/spans";

export interface Shown {
  made: AssembledCall;
  /** The pieces of the layers in which the prompt stands. */
  pieces: Piece[];
  /** Tokens of those layers, without the draft and with it. */
  tokens: [number, number];
  took: number;
}

export class PreviewTurn {
  /** The case whose first fitting turn is shown. */
  chosen = $state("");
  shown = $state.raw<Shown | null>(null);
  problem = $state.raw<unknown>(null);
  /** Whether no case comes to the prompt. */
  nowhere = $state(false);
  searching = $state(false);
  private input: JsonObject | null = null;
  /** The tokens of what is active, and which version that was. */
  private before = 0;
  private active = 0;
  private asked: AbortController | null = null;

  constructor(
    readonly agent: string,
    readonly name: string,
  ) {}

  /** Looks for a case in whose turns the prompt stands; the one that is asked for alone, where one is. */
  async find(outline: Outline, only: string, active: number): Promise<void> {
    this.searching = true;
    this.nowhere = false;
    this.input = null;
    const cases = only ? outline.cases.filter((item) => item.name === only) : outline.cases;
    try {
      for (const item of cases) {
        const path = { agent: this.agent, case: item.name };
        const played = await got(api.GET("/api/v1/agents/{agent}/cases/{case}", { params: { path } }));
        for (const turn of played.turns) {
          const input: JsonObject = { ...(turn.input as JsonObject) };
          if (turn.call) input.call = turn.call;
          const made = await assemble(this.agent, { ...input, include: ["manifest"] }).catch(() => null);
          if (!made || !isCall(made) || layers(made, this.name).size === 0) continue;
          this.input = input;
          this.chosen = item.name;
          this.before = tokens(made, this.name);
          this.active = active;
          this.show(made, 0);
          return;
        }
      }
      this.nowhere = true;
      this.shown = null;
    } catch (thrown) {
      this.problem = thrown;
    } finally {
      this.searching = false;
    }
  }

  /** Assembles the turn with a draft in it, or with what is active. */
  async assemble(draft: string | null, active: number): Promise<void> {
    if (!this.input) return;
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const began = performance.now();
    const turn = (drafts: JsonObject) => assemble(this.agent, { ...this.input, ...drafts, include: ["manifest"] }, asked.signal);
    try {
      const made = await turn(draft === null ? {} : { drafts: { [this.name]: draft } });
      if (draft === null || active !== this.active) {
        const plain = draft === null ? made : await turn({});
        if (isCall(plain)) [this.before, this.active] = [tokens(plain, this.name), active];
      }
      if (isCall(made)) this.show(made, performance.now() - began);
      this.problem = null;
    } catch (thrown) {
      if (!isAborted(thrown)) this.problem = thrown;
    }
  }

  private show(made: AssembledCall, took: number): void {
    const own = layers(made, this.name);
    const pieces = lay(made.payload, made.manifest).pieces.filter((piece) => piece.layer !== null && own.has(piece.layer));
    this.shown = { made, pieces, tokens: [this.before, tokens(made, this.name)], took };
  }
}

/** The layers in which a prompt stands. */
function layers(made: AssembledCall, name: string): Set<string> {
  const own = made.manifest.layers.filter((layer) => layer.span && layer.prompts?.some((prompt) => prompt.name === name));
  return new Set(own.map((layer) => layer.id));
}

function tokens(made: AssembledCall, name: string): number {
  const own = layers(made, name);
  return made.manifest.layers.reduce((sum, layer) => sum + (own.has(layer.id) ? (layer.tokens ?? 0) : 0), 0);
}

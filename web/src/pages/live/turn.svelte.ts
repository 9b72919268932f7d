/**
 * Owns the turn that is looked at: what goes into it, and the assembly that comes of it at once.
 *
 * It must never show an assembly of an older input than the newest that was answered.
 */
import { isAborted } from "~/api/problem";
import { isCall, type Assembled, type AssembledCall, type JsonObject, type Outline, type PlayedCase } from "~/api/shapes";
import { assemble } from "~/lib/assemble";
import { lay, type Laid } from "~/lib/spans";

/** What goes into a turn, as the service takes it. */
export type Input = JsonObject;

export class Turn {
  outline = $state.raw<Outline | null>(null);
  /** The case that is looked at; none for a free turn. */
  played = $state.raw<PlayedCase | null>(null);
  /** Which of its turns, counted from 1. */
  number = $state(1);
  input = $state.raw<Input>({});
  call = $state("");
  provider = $state("");
  /** Whether the input is no longer that of the case. */
  edited = $state(false);

  assembled = $state.raw<Assembled | null>(null);
  laid = $state.raw<Laid | null>(null);
  problem = $state.raw<unknown>(null);
  /** How long the last assembly took, there and back, in milliseconds. */
  took = $state(0);
  busy = $state(false);

  private asked: AbortController | null = null;

  get made(): AssembledCall | null {
    return this.assembled && isCall(this.assembled) ? this.assembled : null;
  }

  /** Takes the turn of a case as it stands there. */
  take(played: PlayedCase | null, number: number, over: Input = {}): void {
    const turn = played?.turns[number - 1];
    this.played = played;
    this.number = number;
    this.input = { ...((turn?.input as Input | undefined) ?? {}), ...over };
    this.call = turn?.call ?? "";
    this.edited = Object.keys(over).length > 0;
  }

  /** Forgets everything of an agent, before another one is looked at. */
  leave(): void {
    this.asked?.abort();
    this.outline = null;
    this.played = null;
    this.assembled = null;
    this.laid = null;
    this.problem = null;
    this.input = {};
    this.call = "";
    this.provider = "";
    this.edited = false;
  }

  /** Sets a member of the input; an empty one goes. */
  set(member: string, value: unknown): void {
    const next = { ...this.input };
    if (isEmpty(value)) delete next[member];
    else next[member] = value as Input[string];
    this.input = next;
    this.edited = true;
  }

  /** What is asked of the service. */
  request(): JsonObject {
    const own: JsonObject = { ...this.input, include: ["manifest"] };
    if (this.call) own.call = this.call;
    if (this.provider) own.provider = this.provider;
    return own;
  }

  /** Assembles what stands there now. */
  async assemble(agent: string): Promise<void> {
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    this.busy = true;
    const began = performance.now();
    try {
      const assembled = await assemble(agent, this.request(), asked.signal);
      this.took = performance.now() - began;
      this.assembled = assembled;
      this.laid = isCall(assembled) ? lay(assembled.payload, assembled.manifest) : null;
      this.problem = null;
    } catch (thrown) {
      if (isAborted(thrown)) return;
      this.problem = thrown;
    } finally {
      if (this.asked === asked) this.busy = false;
    }
  }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

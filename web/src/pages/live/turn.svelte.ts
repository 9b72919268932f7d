/**
 * Owns the turn that is looked at: what goes into it, and the assembly that comes of it at once.
 *
 * It must never show an assembly of an older input than the newest that was answered.
 */
import { isAborted } from "~/api/problem";
import { isCall, type Assembled, type AssembledCall, type JsonObject, type Outline, type PlayedCase } from "~/api/shapes";
import { assemble } from "~/lib/assemble";
import { lay, type Laid } from "~/lib/spans";
import { next, type Input, type Talk, type Was } from "./talk.svelte";

export class Turn {
  outline = $state.raw<Outline | null>(null);
  /** The case that is looked at; none for a free turn. */
  played = $state.raw<PlayedCase | null>(null);
  /** The conversation that is looked at. */
  talk = $state.raw<Talk | null>(null);
  /** Which of its turns, counted from 1; 0 is the next one of a conversation, which the service itself begins. */
  number = $state(1);
  input = $state.raw<Input>({});
  call = $state("");
  provider = $state("");
  /** Whether there is something to assemble. */
  ready = $state(false);
  /** Whether the input is no longer what it was taken from. */
  edited = $state(false);

  assembled = $state.raw<Assembled | null>(null);
  laid = $state.raw<Laid | null>(null);
  problem = $state.raw<unknown>(null);
  /** How long the last assembly took, there and back, in milliseconds. */
  took = $state(0);
  busy = $state(false);

  private asked: AbortController | null = null;
  private taken: Was = { input: {}, call: "" };

  get made(): AssembledCall | null {
    return this.assembled && isCall(this.assembled) ? this.assembled : null;
  }

  /** Whether it is the next turn of a conversation: its state, history and memories are the conversation's. */
  get next(): boolean {
    return this.talk !== null && this.number === 0;
  }

  /** How many turns there are to choose from. */
  get turns(): number {
    return this.played?.turns.length ?? this.talk?.session.turns ?? 0;
  }

  /** Where one stands among the places that one can go to: the turns, and behind those of a conversation its next. */
  get place(): number {
    return this.next ? this.places : this.number;
  }

  get places(): number {
    return this.turns + (this.talk ? 1 : 0);
  }

  /** What it is called. */
  get title(): string {
    if (this.talk) return `${this.talk.title}, ${this.next ? "next turn" : `turn ${this.number}`}`;
    if (!this.played) return "Free turn";
    return `${this.played.title || this.played.name}${this.number > 1 ? `, turn ${this.number}` : ""}`;
  }

  /** Takes the turn of a case as it stands there. */
  take(played: PlayedCase | null, number: number, over: Input = {}): void {
    const turn = played?.turns[number - 1];
    // A free turn begins as somebody was sent to it: nobody has changed anything yet.
    if (played) this.put({ input: (turn?.input as Input | undefined) ?? {}, call: turn?.call ?? "" }, over);
    else this.put({ input: over, call: "" });
    this.played = played;
    this.show(null, number);
  }

  /** Takes a turn of a conversation as it was; the next one where none is given. */
  takeTalk(talk: Talk, number: number, was: Was = { input: {}, call: "" }): void {
    this.put(was);
    this.played = null;
    this.show(talk, number);
  }

  /** Takes back every change. */
  back(): void {
    this.input = this.taken.input;
    this.call = this.taken.call;
    this.edited = false;
  }

  private put(was: Was, over: Input = {}): void {
    this.taken = was;
    this.input = { ...was.input, ...over };
    this.call = was.call;
    this.edited = Object.keys(over).length > 0;
    this.ready = true;
  }

  private show(talk: Talk | null, number: number): void {
    if (this.talk !== talk) this.talk?.leave();
    this.talk = talk;
    this.number = number;
  }

  /** Forgets everything of an agent, before another one is looked at. */
  leave(): void {
    this.asked?.abort();
    this.outline = null;
    this.played = null;
    this.talk?.leave();
    this.talk = null;
    this.ready = false;
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
    this.edited = sorted(next) !== sorted(this.taken.input);
  }

  /** What is asked of the service. */
  request(): JsonObject {
    const input = this.next && this.talk ? next(this.talk.session.id, this.input) : this.input;
    const own: JsonObject = { ...input, include: ["manifest"] };
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

/** An input as a text that does not depend on the order of its members. */
function sorted(input: Input): string {
  return JSON.stringify(input, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/**
 * Owns a conversation as something to assemble: which one it is, each of its turns as the input that it was, and
 * in which turn a message of its history was said.
 *
 * It must never change anything of the conversation.
 */
import { api, got, type Schemas } from "~/api/client";
import { isAborted } from "~/api/problem";
import type { Json, JsonObject, Outline } from "~/api/shapes";
import { isObject } from "~/lib/schema";

type Turn = Schemas["Turn"];

/** What goes into a turn, as the service takes it. */
export type Input = JsonObject;

/** How many turns are read at a time: little to take in between two frames. */
const PAGE = 25;

/** A turn as it was: what went in, and the call, where it was made by itself. */
export interface Was {
  input: Input;
  call: string;
}

export class Talk {
  /** What each turn added to the history, in order; null until all of them have been read. */
  said = $state.raw<{ n: number; messages: Json[] }[] | null>(null);
  private readonly reading = new AbortController();
  private readonly whole: Promise<void>;

  private constructor(readonly session: Schemas["Session"]) {
    this.whole = this.read();
    // Whoever needs all of it is told; nobody else has to hear that the page went elsewhere.
    this.whole.catch(() => {});
  }

  /** Opens a conversation. */
  static async open(id: string): Promise<Talk> {
    return new Talk(await got(api.GET("/api/v1/sessions/{id}", { params: { path: { id } } })));
  }

  /** What it is called. */
  get title(): string {
    return `Conversation with ${this.session.user ?? "nobody named"}`;
  }

  /** The turn in which a message of the history was said; undefined while that is not known. */
  turnOf(message: number): number | undefined {
    let before = 0;
    for (const turn of this.said ?? []) {
      before += turn.messages.length;
      if (message < before) return turn.n;
    }
    return undefined;
  }

  /** What went into a turn, with the history as it stood then and with what models answered to the gate. */
  async was(n: number, outline: Outline): Promise<Was> {
    const path = { id: this.session.id, n };
    const turn = await got(api.GET("/api/v1/sessions/{id}/turns/{n}", { params: { path } }));
    await this.whole;
    const history = (this.said ?? []).filter((one) => one.n < n).flatMap((one) => one.messages);
    return {
      input: { ...(turn.input as Input), history, ...given(turn, outline) },
      call: isBehind(turn) ? callOf(turn) : "",
    };
  }

  /** Stops reading: somebody looks at something else. */
  leave(): void {
    this.reading.abort();
  }

  private async read(): Promise<void> {
    const path = { id: this.session.id };
    const said: { n: number; messages: Json[] }[] = [];
    let after: string | undefined;
    do {
      const query = { limit: PAGE, after };
      const asked = api.GET("/api/v1/sessions/{id}/turns", { params: { path, query }, signal: this.reading.signal });
      try {
        const found = await got(asked);
        for (const turn of found.items) said.push({ n: turn.n, messages: added(turn) });
        after = found.next ?? undefined;
      } catch (thrown) {
        if (isAborted(thrown)) return;
        throw thrown;
      }
    } while (after !== undefined);
    this.said = said;
  }
}

/** The members of an input that the next turn of a conversation may be given; all others are its own. */
const OPEN = ["message", "actions", "input", "config", "pins", "label", "answers"];

/** What the next turn of a conversation is asked with. */
export function next(session: string, input: Input): JsonObject {
  const open = Object.entries(input).filter(([member]) => OPEN.includes(member));
  return { session, ...Object.fromEntries(open) };
}

/** What a turn added to the history. */
function added(turn: Turn): Json[] {
  const outcome: unknown = turn.outcome;
  return isObject(outcome) && Array.isArray(outcome.history) ? outcome.history : [];
}

/** Whether a turn ran behind another one: its id has the call in it. */
function isBehind(turn: Turn): boolean {
  const id = (turn.input as Input).id;
  return typeof id === "string" && id.split(" ").length > 2;
}

function callOf(turn: Turn): string {
  const call = (turn.calls as unknown as { call: string }[]).at(-1);
  return call?.call ?? "";
}

/** The values that were fetched for a turn, and what models answered to the calls of its gate. */
function given(turn: Turn, outline: Outline): Input {
  const told = turn.given as unknown as JsonObject[];
  const values = Object.assign({}, ...told.map((one) => (isObject(one.values) ? one.values : {}))) as JsonObject;
  const replies = told.filter((one) => "reply" in one || "failed" in one);
  const calls = turn.calls as unknown as { call: string }[];
  const answers: JsonObject = {};
  // Answers have no names of their own: where a call was asked again, nobody can tell which is whose.
  if (replies.length === calls.length) {
    for (const [at, { call }] of calls.entries()) {
      const reply = replies[at]?.reply;
      if (outline.calls.some((one) => one.name === call && one.run === "gate") && isObject(reply)) {
        const answer = parsed(reply.text);
        if (answer !== undefined) answers[call] = answer;
      }
    }
  }
  return { ...(Object.keys(values).length > 0 ? { values } : {}), ...(Object.keys(answers).length > 0 ? { answers } : {}) };
}

function parsed(text: Json | undefined): Json | undefined {
  try {
    return typeof text === "string" ? (JSON.parse(text) as Json) : undefined;
  } catch {
    return undefined;
  }
}

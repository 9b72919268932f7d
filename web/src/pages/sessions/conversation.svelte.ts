/**
 * Owns one conversation: the session, its turns in short, and the turn that is looked at.
 *
 * It must never keep more of a turn than is shown of it: a conversation may have thousands.
 */
import { api, got, type Schemas } from "~/api/client";
import { isAborted } from "~/api/problem";
import { entry, type Entry } from "./entry";
import type { Sent, StoredTurn } from "./record";

/** Turns that are read at a time: enough for a screen, and little to put into the page in one go. */
const PAGE = 30;

export type LookedTurn = StoredTurn & { calls: Sent[] };

export class Conversation {
  session = $state.raw<Schemas["Session"] | null>(null);
  /** The turns in short, page after page: what is in the document already is left alone when more come. */
  pages = $state.raw<Entry[][]>([]);
  /** Whether all turns have been read. */
  whole = $state(false);
  problem = $state.raw<unknown>(null);
  turn = $state.raw<LookedTurn | null>(null);
  turnProblem = $state.raw<unknown>(null);
  feedback = $state.raw<Schemas["Feedback"][]>([]);
  private reading: AbortController | null = null;
  private looking: AbortController | null = null;

  constructor(readonly id: string) {}

  /** A turn in short, where it has been read. */
  entry(n: number): Entry | undefined {
    return this.pages.find((page) => (page.at(-1)?.n ?? 0) >= n)?.find((entry) => entry.n === n);
  }

  /** What all turns that have been read came to. */
  get spent(): { tokens: number; cost: number | null } {
    const costs = this.pages.flat().flatMap((entry) => entry.cost ?? []);
    return {
      tokens: this.pages.flat().reduce((sum, entry) => sum + entry.tokens, 0),
      cost: costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) : null,
    };
  }

  /** The last turn that somebody took part in. */
  get last(): number | null {
    const found = this.pages.findLast((page) => page.some((entry) => !entry.background));
    return found?.findLast((entry) => !entry.background)?.n ?? this.pages.at(-1)?.at(-1)?.n ?? null;
  }

  /** Reads the session and then its turns, page after page. */
  async load(): Promise<void> {
    const stop = this.begin();
    const path = { id: this.id };
    try {
      this.session = await got(api.GET("/api/v1/sessions/{id}", { params: { path }, signal: stop.signal }));
      void this.loadFeedback();
      let after: string | undefined;
      let pages: Entry[][] = [];
      do {
        const query = { limit: PAGE, after };
        const asked = api.GET("/api/v1/sessions/{id}/turns", { params: { path, query }, signal: stop.signal });
        const found = await got(asked);
        pages = [...pages, found.items.map((item) => entry(item as unknown as StoredTurn))];
        this.pages = pages;
        after = found.next ?? undefined;
      } while (after !== undefined);
      this.whole = true;
    } catch (thrown) {
      if (!isAborted(thrown)) this.problem = thrown;
    }
  }

  /** Looks at a turn. */
  async look(n: number): Promise<void> {
    this.looking?.abort();
    const stop = new AbortController();
    this.looking = stop;
    this.turnProblem = null;
    try {
      const path = { id: this.id, n };
      const found = await got(
        api.GET("/api/v1/sessions/{id}/turns/{n}", { params: { path, query: { include: "payload" } }, signal: stop.signal }),
      );
      this.turn = found as unknown as LookedTurn;
    } catch (thrown) {
      if (isAborted(thrown)) return;
      this.turn = null;
      this.turnProblem = thrown;
    }
  }

  async loadFeedback(): Promise<void> {
    const query = { session: this.id, limit: 500 };
    const found = await got(api.GET("/api/v1/feedback", { params: { query } })).catch(() => null);
    this.feedback = found?.items ?? [];
  }

  /** Stops reading: somebody went elsewhere. */
  leave(): void {
    this.reading?.abort();
    this.looking?.abort();
  }

  private begin(): AbortController {
    this.leave();
    this.reading = new AbortController();
    this.whole = false;
    this.problem = null;
    return this.reading;
  }
}

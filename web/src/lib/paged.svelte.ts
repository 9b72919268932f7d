/**
 * Owns a list that is read page after page: what has been read, and whether there is more.
 *
 * It must never read more than is looked at, except where rows are sought that the service cannot look for
 * by itself: then it reads on until a screen is full, and says how far it has looked.
 */
import { isAborted } from "~/api/problem";

/** Reads the page behind another one. */
export type ReadPage<T> = (
  after: string | undefined,
  signal: AbortSignal,
) => Promise<{ items: T[]; next?: string | null }>;

/** How many rows fill a screen. */
const SCREEN = 40;

export class Paged<T> {
  rows = $state.raw<T[]>([]);
  /** Whether there are more. */
  more = $state(false);
  busy = $state(false);
  /** Whether anything has been read. */
  loaded = $state(false);
  /** How many rows the service has told, also those that were not sought. */
  looked = $state(0);
  problem = $state.raw<unknown>(null);
  private next: string | undefined;
  private readPage: ReadPage<T> | null = null;
  private keep: ((row: T) => boolean) | null = null;
  private asked: AbortController | null = null;

  /** Reads the list anew; of its rows those that are kept. */
  async load(readPage: ReadPage<T>, keep: ((row: T) => boolean) | null = null): Promise<void> {
    this.readPage = readPage;
    this.keep = keep;
    await this.again();
  }

  /** Reads the list anew, as it was asked for the last time. */
  async again(): Promise<void> {
    this.asked?.abort();
    this.next = undefined;
    await this.read(true);
  }

  /** Reads on, where there is more. */
  async nearEnd(): Promise<void> {
    if (this.more && !this.busy) await this.read(false);
  }

  /** Puts a row in the place of the one that it replaces; takes it out where there is none any more. */
  replace(is: (row: T) => boolean, by: T | null): void {
    this.rows = this.rows.flatMap((row) => (is(row) ? (by === null ? [] : [by]) : [row]));
  }

  private async read(anew: boolean): Promise<void> {
    const { readPage, keep } = this;
    if (!readPage) return;
    const asked = new AbortController();
    this.asked = asked;
    this.busy = true;
    let rows = anew ? [] : this.rows;
    let looked = anew ? 0 : this.looked;
    const wanted = rows.length + SCREEN;
    try {
      do {
        const found = await readPage(this.next, asked.signal);
        if (asked.signal.aborted) return;
        this.next = found.next ?? undefined;
        looked += found.items.length;
        rows = [...rows, ...(keep ? found.items.filter(keep) : found.items)];
        this.rows = rows;
        this.looked = looked;
        this.more = this.next !== undefined;
      } while (keep && this.more && rows.length < wanted);
      this.problem = null;
      this.loaded = true;
    } catch (thrown) {
      if (!isAborted(thrown)) this.problem = thrown;
    } finally {
      if (this.asked === asked) this.busy = false;
    }
  }
}

/**
 * Owns the list of prompts: what is asked for, and the pages of it that have been read.
 *
 * It must never read more than is looked at: there may be ten thousand.
 */
import { api, got } from "~/api/client";
import { isAborted } from "~/api/problem";
import type { Prompt } from "~/api/shapes";

export interface Filter {
  q: string;
  agent: string;
  type: string;
  /** `latest`, `active`, or a label. */
  which: string;
}

const PAGE = 200;

export class PromptList {
  rows = $state.raw<Prompt[]>([]);
  /** Whether there are more. */
  more = $state(false);
  busy = $state(false);
  problem = $state.raw<unknown>(null);
  /** By the id of a row: the number of the version of it that is active, 0 where none is. */
  active = $state.raw<ReadonlyMap<string, number>>(new Map());
  private sought = new Set<string>();
  private next: string | undefined;
  private filter: Filter | null = null;
  private asked: AbortController | null = null;

  /** Reads the list anew. */
  async load(filter: Filter): Promise<void> {
    this.filter = filter;
    this.next = undefined;
    this.asked?.abort();
    this.asked = null;
    this.sought = new Set();
    this.active = new Map();
    await this.read(true);
  }

  /** Reads the next page, where there is one. */
  async nearEnd(): Promise<void> {
    if (this.more && !this.busy) await this.read(false);
  }

  /** Asks which version is active in place of one that is not; called for the rows that are looked at. */
  seek(row: Prompt): void {
    if (row.is_active || this.sought.has(row.id)) return;
    const sought = this.sought.add(row.id);
    const query = { agent: row.agent, prompt_type: row.prompt_type, phase: row.phase ?? "", is_active: true, brief: true };
    got(api.GET("/api/v1/prompts", { params: { query } }))
      .then((found) => {
        if (sought === this.sought) this.active = new Map(this.active).set(row.id, found.items[0]?.version ?? 0);
      })
      // It is told without; the prompt itself says it.
      .catch(() => {});
  }

  private async read(anew: boolean): Promise<void> {
    const filter = this.filter;
    if (!filter) return;
    const asked = new AbortController();
    this.asked = asked;
    this.busy = true;
    try {
      const found = await got(
        api.GET("/api/v1/prompts", {
          params: { query: { ...query(filter), limit: PAGE, after: this.next } },
          signal: asked.signal,
        }),
      );
      this.rows = anew ? found.items : [...this.rows, ...found.items];
      this.next = found.next ?? undefined;
      this.more = this.next !== undefined;
      this.problem = null;
    } catch (thrown) {
      if (!isAborted(thrown)) this.problem = thrown;
    } finally {
      if (this.asked === asked) this.busy = false;
    }
  }
}

function query(filter: Filter) {
  const { q, agent, type, which } = filter;
  return {
    brief: true,
    q: q || undefined,
    agent: agent || undefined,
    prompt_type: type || undefined,
    ...(which === "active" ? { is_active: true } : { label: which || "latest" }),
  };
}

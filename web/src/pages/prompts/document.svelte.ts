/**
 * Owns one prompt as somebody works on it: its versions, the text in the editor, and what became of both
 * meanwhile.
 *
 * It must never lose what was typed (it is kept in this browser until it is saved or thrown away), and
 * never write over a version that its author has not seen.
 */
import { api, got } from "~/api/client";
import { Problem } from "~/api/problem";
import type { Prompt } from "~/api/shapes";
import { all, session } from "~/lib/session.svelte";
import { before } from "./back";

/** What is kept of work that is not saved. */
interface Kept {
  /** The newest version that its author knew; 0 where there was none. */
  known: number;
  /** The version that the text was made from; 0 for none, absent where an earlier page kept it. */
  base?: number;
  /** When it was last written on. */
  at?: string;
  text: string;
}

export class Document {
  /** Newest first, without their texts. */
  versions = $state.raw<Prompt[]>([]);
  /** The version in the editor, from which a draft is made; none for a new prompt. */
  version = $state.raw<Prompt | null>(null);
  /** What is active, with its text. */
  live = $state.raw<Prompt | null>(null);
  text = $state("");
  loaded = $state(false);
  problem = $state.raw<unknown>(null);
  /** The newest version that is known to whoever writes. */
  known = $state(0);
  /** The version to which a rollback goes: none where there is no such one, nothing known where it is undefined. */
  back = $state<number | null | undefined>(undefined);
  /** A version that somebody else has made meanwhile. */
  foreign = $state.raw<Prompt | null>(null);

  /** When what stands here was left unsaved, where somebody has come back to it; empty where that is not known. */
  left = $state<string | null>(null);

  private lookedAt = "";

  constructor(
    readonly agent: string,
    readonly name: string,
  ) {}

  get type(): string {
    return this.name.split("/")[0] ?? "";
  }

  get phase(): string | null {
    const at = this.name.indexOf("/");
    return at < 0 ? null : this.name.slice(at + 1);
  }

  get active(): Prompt | null {
    return this.versions.find((version) => version.is_active) ?? null;
  }

  get newest(): number {
    return this.versions[0]?.version ?? 0;
  }

  /** Whether the version in the editor is the active one. */
  get isActive(): boolean {
    return this.version !== null && this.version.id === this.active?.id;
  }

  /** The text where it is not what is active. */
  get draft(): string | null {
    return this.text === (this.live?.source ?? "") ? null : this.text;
  }

  get dirty(): boolean {
    return this.loaded && this.text !== (this.version?.source ?? "");
  }

  private get place(): string {
    return `proem.work:${session.who?.workspace}:${this.agent}:${this.name}`;
  }

  /** Reads the versions, and puts one into the editor: the one that is asked for, or the active one. */
  async load(asked: number | null): Promise<void> {
    try {
      await this.refresh();
      const work = this.kept();
      const base = work?.base ?? work?.known;
      const kept = asked === null || asked === base ? work : null;
      const wanted = this.versions.find((version) => version.version === (asked ?? base));
      const chosen = wanted ?? this.active ?? this.versions[0];
      const version = chosen ? await this.whole(chosen) : null;
      this.version = version;
      this.known = this.newest;
      this.text = version?.source ?? "";
      this.left = null;
      if (kept) {
        this.text = kept.text;
        if (kept.text !== (version?.source ?? "")) this.left = kept.at ?? "";
        // What was made since then is shown before anything is saved over it.
        if (kept.known < this.newest) await this.noticed(kept.known);
      }
      this.loaded = true;
      this.problem = null;
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** Reads the list of versions anew. */
  async refresh(): Promise<void> {
    const query = { agent: this.agent, prompt_type: this.type, phase: this.phase ?? "", brief: true, limit: 500 };
    const found = await all((after) => got(api.GET("/api/v1/prompts", { params: { query: { ...query, after } } })));
    const active = found.find((version) => version.is_active);
    const live = active ? await this.whole(active) : null;
    this.versions = found.sort((one, other) => other.version - one.version);
    this.live = live;
    if (this.versions.length > 1) void this.lookBack(`${active?.id}:${this.versions.length}`);
  }

  /** Finds out where a rollback would go; anew only where something has moved. */
  private async lookBack(moved: string): Promise<void> {
    if (moved === this.lookedAt) return;
    [this.lookedAt, this.back] = [moved, undefined];
    const query = { agent: this.agent, name: this.name, limit: 500 };
    const stored = new Set(this.versions.map((version) => version.version));
    const active = this.active?.version ?? null;
    try {
      const moves = await all((after) => got(api.GET("/api/v1/prompts/log", { params: { query: { ...query, after } } })));
      if (moved === this.lookedAt) this.back = before(moves, active, stored);
    } catch {
      // Going back still works without it being told where to.
      if (moved === this.lookedAt) this.lookedAt = "";
    }
  }

  /** A version with its text, which may have been read already: it never changes. */
  private async whole(version: Prompt): Promise<Prompt> {
    return [this.live, this.version].find((read) => read?.id === version.id) ?? (await full(version.id));
  }

  /** Looks whether somebody else was here. */
  async watch(): Promise<void> {
    if (!this.loaded) return;
    try {
      await this.refresh();
      if (this.newest > this.known) await this.noticed(this.known);
    } catch {
      // The next look will tell; what stands here is still right.
    }
  }

  /** Takes what was typed. */
  write(text: string): void {
    this.text = text;
    if (!this.dirty) this.forget();
    else {
      const kept: Kept = { known: this.known, base: this.version?.version ?? 0, at: new Date().toISOString(), text };
      localStorage.setItem(this.place, JSON.stringify(kept));
    }
  }

  /** Throws away what was typed. */
  reset(): void {
    this.forget();
    this.text = this.version?.source ?? "";
  }

  /** Goes on from what somebody else has made: theirs is taken, or ours stays on top of it. */
  async settle(take: "theirs" | "ours"): Promise<void> {
    const theirs = this.foreign;
    this.known = this.newest;
    this.foreign = null;
    if (take === "theirs" && theirs) {
      this.version = theirs;
      this.reset();
    } else this.write(this.text);
  }

  /** Stores the text as the next version. Gives it, or throws the problem. */
  async save(note: string, activate: boolean): Promise<Prompt> {
    try {
      const made = await got(
        api.POST("/api/v1/prompts", {
          body: {
            agent: this.agent,
            prompt_type: this.type,
            phase: this.phase,
            source: this.text,
            is_active: activate,
            note,
            expected_version: this.known,
          },
        }),
      );
      this.forget();
      this.version = made;
      this.text = made.source ?? this.text;
      await this.refresh();
      this.known = this.newest;
      return made;
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === "version.conflict") {
        await this.refresh();
        await this.noticed(this.known);
      }
      throw thrown;
    }
  }

  private async noticed(known: number): Promise<void> {
    this.known = known;
    const newest = this.versions[0];
    if (newest && newest.version > known) this.foreign = await full(newest.id);
  }

  private forget(): void {
    localStorage.removeItem(this.place);
    this.left = null;
  }

  private kept(): Kept | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.place) ?? "null");
      return kept !== null && typeof kept === "object" && "text" in kept && "known" in kept ? (kept as Kept) : null;
    } catch {
      return null;
    }
  }
}

/** A version with its text. */
export async function full(id: string): Promise<Prompt> {
  return got(api.GET("/api/v1/prompts/{id}", { params: { path: { id } } }));
}

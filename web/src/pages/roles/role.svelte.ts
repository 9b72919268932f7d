/**
 * Owns one role as somebody works on it: what is stored, what stands in the form, and what became of both meanwhile.
 *
 * It must never lose what was typed (it is kept in this browser until it is saved or thrown away), and never
 * write over a version that its author has not seen.
 */
import { api, got, type Schemas } from "~/api/client";
import { Problem, type ProblemError } from "~/api/problem";
import type { JsonObject } from "~/api/shapes";
import { isObject } from "~/lib/schema";
import { all, session } from "~/lib/session.svelte";
import { aboutOf, moved, NOTHING, same, type About } from "./about";

export type Role = Schemas["Role"];
export type Move = Schemas["RoleMove"];

export class RoleDocument {
  role = $state.raw<Role | null>(null);
  config = $state.raw<JsonObject>({});
  /** What it is beside its texts. */
  about = $state.raw<About>(NOTHING);
  /** Which version was made active when; newest first. */
  moves = $state.raw<Move[]>([]);
  /** The role that it is a copy of, where it is still there. */
  source = $state.raw<Role | null>(null);
  /** What is wrong with the form, as far as the service was asked. */
  errors = $state.raw<ProblemError[]>([]);
  problem = $state.raw<unknown>(null);
  /** Whether somebody else has made a version meanwhile. */
  overtaken = $state(false);
  private known = 0;

  constructor(readonly id: string) {}

  get stored(): JsonObject {
    return (this.role?.prompt_config ?? {}) as JsonObject;
  }

  get storedAbout(): About {
    return aboutOf(this.role);
  }

  get dirty(): boolean {
    return this.role !== null && (!same(this.config, this.stored) || moved(this.storedAbout, this.about).length > 0);
  }

  get newest(): number {
    return Math.max(this.role?.version ?? 0, ...this.moves.map((move) => move.to ?? 0));
  }

  private get place(): string {
    return `proem.role:${session.who?.workspace}:${this.id}`;
  }

  /** Reads what is stored, and goes on with what was typed. */
  async load(): Promise<void> {
    try {
      const path = { id: this.id };
      const role = await got(api.GET("/api/v1/agent-roles/{id}", { params: { path } }));
      this.moves = await all((after) => got(api.GET("/api/v1/agent-roles/{id}/log", { params: { path, query: { limit: 500, after } } })));
      this.role = role;
      this.known = this.newest;
      this.overtaken = false;
      this.errors = [];
      const kept = this.kept();
      this.config = kept?.config ?? this.stored;
      this.about = kept?.about ?? this.storedAbout;
      if (kept && kept.known < this.newest) [this.known, this.overtaken] = [kept.known, true];
      this.problem = null;
      if (role.source_role_id && this.source?.id !== role.source_role_id) {
        const of = { id: role.source_role_id };
        // A source may have gone; then there is nothing to compare with.
        this.source = await got(api.GET("/api/v1/agent-roles/{id}", { params: { path: of } })).catch(() => null);
      }
    } catch (thrown) {
      this.problem = thrown;
    }
  }

  /** Takes what was typed. */
  write(config: JsonObject): void {
    this.config = config;
    this.remember();
  }

  /** Takes what was said of it beside its texts. */
  describe(about: About): void {
    this.about = about;
    this.remember();
  }

  /** Throws away what was typed. */
  discard(): void {
    localStorage.removeItem(this.place);
    this.config = this.stored;
    this.about = this.storedAbout;
    this.errors = [];
    if (this.overtaken) void this.load();
  }

  /** Goes on with the form, although somebody else has made a version meanwhile. */
  keep(): void {
    this.known = this.newest;
    this.overtaken = false;
    this.write(this.config);
  }

  /** Stores the form as the next version, or throws the problem. */
  async save(note: string): Promise<void> {
    const members = Object.fromEntries(moved(this.storedAbout, this.about).map((key) => [key, this.about[key]]));
    const texts = same(this.config, this.stored) ? {} : { prompt_config: this.config };
    const body = { ...members, ...texts, note, expected_version: this.known } as Schemas["RolePatch"];
    try {
      await got(api.PATCH("/api/v1/agent-roles/{id}/prompt", { params: { path: { id: this.id } }, body }));
    } catch (thrown) {
      if (thrown instanceof Problem) {
        this.errors = thrown.errors;
        if (thrown.code === "version.conflict") await this.load();
      }
      throw thrown;
    }
    localStorage.removeItem(this.place);
    await this.load();
  }

  /** Makes the role what it was before. */
  async rollback(note: string): Promise<void> {
    const body = { note, expected_version: this.role?.version ?? null };
    await got(api.POST("/api/v1/agent-roles/{id}/rollback", { params: { path: { id: this.id } }, body }));
    await this.load();
  }

  /** Makes the copy what its source is now. */
  async reset(note: string): Promise<void> {
    await got(api.POST("/api/v1/agent-roles/{id}/reset", { params: { path: { id: this.id } }, body: { note } }));
    localStorage.removeItem(this.place);
    await this.load();
  }

  /** What the role was told in a version. */
  async version(number: number): Promise<JsonObject> {
    const path = { id: this.id, version: number };
    const found = await got(api.GET("/api/v1/agent-roles/{id}/versions/{version}", { params: { path } }));
    return found.prompt_config as JsonObject;
  }

  private remember(): void {
    const { known, config, about } = this;
    if (!this.dirty) localStorage.removeItem(this.place);
    else localStorage.setItem(this.place, JSON.stringify({ known, config, about }));
  }

  private kept(): { known: number; config: JsonObject; about: About | null } | null {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.place) ?? "null");
      if (!isObject(kept) || typeof kept.known !== "number" || !isObject(kept.config)) return null;
      return { known: kept.known, config: kept.config, about: isObject(kept.about) ? (kept.about as unknown as About) : null };
    } catch {
      return null;
    }
  }
}

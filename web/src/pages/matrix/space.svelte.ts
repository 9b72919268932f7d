/**
 * Owns reading the state space of an agent: the whole of it at once, or, where that is too much, only the keys
 * that are looked at.
 *
 * It must never show the space of another agent than the one that is named.
 */
import { api, got } from "~/api/client";
import { asProblem, isAborted } from "~/api/problem";
import type { Outline } from "~/api/shapes";
import type { Axis, Matrix } from "./grid";

export class Space {
  outline = $state.raw<Outline | null>(null);
  matrix = $state.raw<Matrix | null>(null);
  /** What can be a row or a column. */
  axes = $state.raw<Axis[]>([]);
  /** Whether the whole is too much, so that keys that are not shown stand at their defaults. */
  partial = $state(false);
  problem = $state.raw<unknown>(null);
  private agent = "";
  private walking: AbortController | null = null;

  /** Reads an agent, and its whole space where that is possible. */
  async read(agent: string): Promise<void> {
    this.agent = agent;
    [this.outline, this.matrix, this.axes, this.partial, this.problem] = [null, null, [], false, null];
    try {
      const outline = await got(api.GET("/api/v1/agents/{agent}/outline", { params: { path: { agent } } }));
      if (agent === this.agent) this.outline = outline;
      await this.walk([]);
    } catch (thrown) {
      if (agent !== this.agent || isAborted(thrown)) return;
      const many = asProblem(thrown).errors.some((error) => error.code === "survey.too-many");
      if (!many || !this.outline) {
        this.problem = thrown;
        return;
      }
      this.axes = listed(this.outline);
      this.partial = true;
    }
  }

  /** Reads the space of some keys alone. */
  async only(keys: string[]): Promise<void> {
    this.problem = null;
    try {
      await this.walk(keys);
    } catch (thrown) {
      if (!isAborted(thrown)) this.problem = thrown;
    }
  }

  private async walk(keys: string[]): Promise<void> {
    const { agent } = this;
    this.walking?.abort();
    const walking = new AbortController();
    this.walking = walking;
    const query = keys.length > 0 ? { only: keys.join(",") } : {};
    const asked = api.GET("/api/v1/agents/{agent}/matrix", { params: { path: { agent }, query }, signal: walking.signal });
    const found = (await got(asked)) as unknown as Matrix;
    if (agent !== this.agent) return;
    this.matrix = found;
    if (keys.length === 0) this.axes = found.axes;
  }
}

/** The keys whose values the outline lists: of these the service walks what it is asked for. */
function listed(outline: Outline): Axis[] {
  return outline.state
    .filter((key) => Array.isArray(key.schema.enum) || key.schema.type === "boolean")
    .map((key) => ({
      key: key.name,
      values: Array.isArray(key.schema.enum) ? key.schema.enum : [false, true],
      default: (key.default as Axis["default"] | undefined) ?? null,
      read_by: [],
    }));
}

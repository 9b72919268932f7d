/**
 * Owns a conversation that is played through a flow: a session of the service, as any other.
 *
 * It must never lose what was said: a reload of the page goes on with the same session.
 */
import { api, got } from "~/api/client";
import type { JsonObject } from "~/api/shapes";
import { all } from "~/lib/session.svelte";
import { isObject } from "~/lib/schema";

export interface Said {
  by: "user" | "model" | "engine";
  text: string;
}

export interface Told {
  n: number;
  said: Said[];
  /** What was decided and why; empty where nothing was. */
  decision: string;
  reason: string;
  /** Everything that was refused or had to be mended, in words. */
  notes: string[];
}

interface Reply {
  n: number;
  input?: JsonObject;
  outcome?: JsonObject | null;
  calls?: unknown;
}

export class Played {
  id = $state<string | null>(null);
  turns = $state.raw<Told[]>([]);
  state = $state.raw<JsonObject>({});
  /** The steps that it has been in, in order. */
  walked = $state.raw<string[]>([]);
  /** What answered: `rehearsal` is the offline model. */
  answered = $state("");
  busy = $state(false);
  problem = $state.raw<unknown>(null);

  /** Begins a new conversation; the agent may open it. */
  async begin(agent: string): Promise<void> {
    this.forget();
    await this.guarded(async () => {
      const made = await got(api.POST("/api/v1/sessions", { body: { agent } }));
      this.id = made.id;
      this.take(made.state as JsonObject);
      await this.turn(null);
    });
  }

  /** Goes on with a conversation that was begun. */
  async resume(id: string): Promise<void> {
    this.forget();
    await this.guarded(async () => {
      const path = { id };
      const found = await got(api.GET("/api/v1/sessions/{id}", { params: { path } }));
      const turns = await all((after) => got(api.GET("/api/v1/sessions/{id}/turns", { params: { path, query: { limit: 500, after } } })));
      this.id = id;
      for (const turn of [...turns].sort((one, other) => one.n - other.n)) {
        this.took(turn.before as JsonObject);
        this.tell(turn as unknown as Reply, typeof turn.input.message === "string" ? turn.input.message : null);
      }
      this.take(found.state as JsonObject);
    });
  }

  /** Says something. */
  async say(message: string): Promise<boolean> {
    return this.guarded(() => this.turn(message));
  }

  forget(): void {
    [this.id, this.turns, this.state, this.walked, this.problem, this.answered] = [null, [], {}, [], null, ""];
  }

  private async turn(message: string | null): Promise<void> {
    if (this.id === null) return;
    const path = { id: this.id };
    // The document leaves messages open, because they may have parts.
    const body = (message === null ? {} : { message }) as never;
    const reply = (await got(api.POST("/api/v1/sessions/{id}/turns", { params: { path }, body }))) as unknown as Reply;
    this.tell(reply, message);
  }

  private tell(reply: Reply, message: string | null): void {
    const told = turned(reply, message);
    this.turns = [...this.turns, told];
    const call = Array.isArray(reply.calls) ? (reply.calls.at(-1) as JsonObject | undefined) : undefined;
    if (typeof call?.answered_by === "string") this.answered = call.answered_by;
    const next = reply.outcome?.next;
    if (isObject(next)) this.take(next);
  }

  private take(state: JsonObject): void {
    this.state = state;
    this.took(state);
  }

  private took(state: JsonObject): void {
    const step = state.step;
    if (typeof step === "string" && this.walked.at(-1) !== step) this.walked = [...this.walked, step];
  }

  private async guarded(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problem = null;
    try {
      await work();
      return true;
    } catch (thrown) {
      this.problem = thrown;
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** A turn in words. */
export function turned(reply: Reply, message: string | null): Told {
  const outcome = reply.outcome ?? {};
  const list = (of: unknown) => (Array.isArray(of) ? of.filter(isObject) : []);
  const said: Said[] = list(outcome.said).map((one) => ({ by: one.by === "model" ? "model" : "engine", text: String(one.text ?? "") }));
  const decision = isObject(outcome.decision) ? outcome.decision : null;
  const to = decision && typeof decision.to === "string" ? ` to ${decision.to}` : "";
  const refused = list(outcome.actions)
    .filter((action) => action.status === "refused" || action.refused !== undefined)
    .map((action) => `${String(action.name ?? action.action)} was refused${typeof action.reason === "string" ? `: ${action.reason}` : ""}`);
  const problems = list(outcome.problems).map((problem) => String(problem.detail ?? problem.message ?? problem.code ?? JSON.stringify(problem)));
  const events = list(outcome.events)
    .filter((event) => event.kind !== "moved")
    .map((event) => `${String(event.kind)}${typeof event.reason === "string" ? `: ${event.reason}` : ""}`);
  return {
    n: reply.n,
    said: message === null ? said : [{ by: "user", text: message }, ...said],
    decision: decision ? `${String(decision.decision)}${to}` : "",
    reason: decision && typeof decision.reason === "string" ? decision.reason : "",
    notes: [...refused, ...problems, ...events],
  };
}

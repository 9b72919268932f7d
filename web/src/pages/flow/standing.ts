/**
 * Owns where conversations stand in a flow, as their states say it: in which step each is, which have ended, and
 * which have fallen silent on the way.
 *
 * It must never count a conversation twice, or one of another agent.
 */
import { api, got } from "~/api/client";
import type { JsonObject } from "~/api/shapes";
import { END } from "./shapes";

export interface Standing {
  /** Conversations that were looked at, the newest. */
  looked: number;
  /** Whether there are older ones. */
  more: boolean;
  ended: number;
  /** By step: how many stand there, and how many of them have been silent for a day. */
  steps: ReadonlyMap<string, { here: number; silent: number }>;
}

/** The most conversations that are looked at. */
const MOST = 2_000;

/** After so long without a turn, somebody has left. In milliseconds. */
export const SILENT = 24 * 60 * 60 * 1000;

/** Counts conversations by the step that their state names. */
export function counted(sessions: readonly { state: JsonObject; updated_at: string }[], now: number): Omit<Standing, "more"> {
  const steps = new Map<string, { here: number; silent: number }>();
  let ended = 0;
  for (const { state, updated_at } of sessions) {
    if (state.step === END) ended += 1;
    else if (typeof state.step === "string") {
      const own = steps.get(state.step) ?? { here: 0, silent: 0 };
      own.here += 1;
      if (now - Date.parse(updated_at) > SILENT) own.silent += 1;
      steps.set(state.step, own);
    }
  }
  return { looked: sessions.length, ended, steps };
}

/** Reads where the newest conversations of an agent stand. */
export async function standing(agent: string, signal: AbortSignal): Promise<Standing> {
  const found: { state: JsonObject; updated_at: string }[] = [];
  let after: string | undefined;
  do {
    const page = await got(api.GET("/api/v1/sessions", { params: { query: { agent, limit: 500, after } }, signal }));
    found.push(...page.items.map((session) => ({ state: session.state as JsonObject, updated_at: session.updated_at })));
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < MOST);
  return { ...counted(found, Date.now()), more: after !== undefined };
}

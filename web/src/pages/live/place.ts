/**
 * Owns what the address asks live assembly to show, and bringing it there.
 */
import { api, got } from "~/api/client";
import type { JsonObject, Outline } from "~/api/shapes";
import { isObject } from "~/lib/schema";
import { Talk } from "./talk.svelte";
import type { Turn } from "./turn.svelte";

export interface Place {
  /** A conversation; empty for none. */
  session: string;
  /** A case; empty for a free turn. */
  case: string;
  /** 0 for the next turn of a conversation. */
  turn: number;
  /** State keys that the address sets, where somebody came from the matrix. */
  state: JsonObject;
}

/** What a query asks for; of an agent with cases the first one where it asks for nothing. */
export function placed(query: URLSearchParams, outline: Outline): Place {
  const session = query.get("session") ?? "";
  const turn = Math.trunc(Number(query.get("turn"))) || 0;
  return {
    session,
    case: session ? "" : (query.get("case") ?? outline.cases[0]?.name ?? ""),
    turn: Math.max(session ? 0 : 1, turn),
    state: session ? {} : read(query.get("state")),
  };
}

/**
 * Brings a turn to a place; what comes when somebody has gone on is left out. Says whose conversation it is, where
 * it is that of another agent.
 */
export async function bring(turn: Turn, outline: Outline, place: Place, isWanted: () => boolean): Promise<string | null> {
  if (place.session) {
    const known = turn.talk?.session.id === place.session ? turn.talk : null;
    const talk = known ?? (await Talk.open(place.session));
    if (talk.session.agent !== outline.agent) {
      talk.leave();
      return talk.session.agent;
    }
    const number = Math.min(place.turn, talk.session.turns);
    const was = number > 0 ? await talk.was(number, outline) : undefined;
    if (isWanted()) turn.takeTalk(talk, number, was);
    else if (!known) talk.leave();
    return null;
  }
  const over: JsonObject = Object.keys(place.state).length > 0 ? { state: place.state } : {};
  if (place.case === "") {
    turn.take(null, 1, over);
    return null;
  }
  const path = { agent: outline.agent, case: place.case };
  const played = await got(api.GET("/api/v1/agents/{agent}/cases/{case}", { params: { path } }));
  if (isWanted()) turn.take(played, Math.min(place.turn, played.turns.length), over);
  return null;
}

function read(text: string | null): JsonObject {
  try {
    const state: unknown = JSON.parse(text ?? "null");
    return isObject(state) ? state : {};
  } catch {
    return {};
  }
}

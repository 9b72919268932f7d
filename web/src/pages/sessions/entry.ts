/**
 * Owns what a conversation shows of each of its turns: a few facts, so that five hundred of them are little.
 */
import type { Json } from "~/api/shapes";
import { textOf, type Made, type StoredTurn } from "./record";

export interface Entry {
  n: number;
  at: string;
  /** What the user wrote; empty where the agent opened or a button was pressed. */
  message: string;
  /** Actions that the user asked for, by a button. */
  pressed: string[];
  said: { by: string; text: string }[];
  /** The call whose answer it is; empty where the gate or the engine spoke alone. */
  call: string;
  /** Whether it ran behind another turn and added nothing to what was said. */
  background: boolean;
  /** `done`, `failed` or `requires_action`. */
  status: string;
  /** `volume: stay`, where the turn was in a step. */
  decision: string;
  taken: number;
  refused: number;
  tokens: number;
  latency: number;
  /** In dollars; null where nobody has said what the model costs. */
  cost: number | null;
}

/** What is shown of a turn. */
export function entry(turn: StoredTurn): Entry {
  const { input, outcome } = turn;
  const calls = turn as unknown as { calls: Made[] };
  const decision = outcome?.decision;
  const actions = outcome?.actions ?? [];
  return {
    n: turn.n,
    at: turn.created_at,
    message: textOf(input.message as Json | undefined),
    pressed: (input.actions ?? []).map((action) => action.name),
    said: outcome?.said ?? [],
    call: outcome?.call ?? "",
    background: (input.id ?? "").split(" ").length > 2,
    status: outcome?.failure ? "failed" : turn.status,
    decision: decision ? `${decision.step}: ${decision.decision}` : "",
    taken: actions.filter((action) => action.status !== "refused").length,
    refused: actions.filter((action) => action.status === "refused").length,
    ...totals(calls.calls ?? []),
  };
}

/** What calls came to together. */
export function totals(calls: readonly Made[]): { tokens: number; latency: number; cost: number | null } {
  const known = calls.filter((call) => call.cost);
  return {
    tokens: sum(calls, (call) => call.tokens),
    latency: sum(calls, (call) => call.latency_ms),
    cost: known.length > 0 ? sum(known, (call) => call.cost?.total ?? 0) : null,
  };
}

/** Dollars, with as many places as they take: `$0.0042`, `$12.30`. */
export function dollars(value: number): string {
  if (value === 0) return "$0";
  if (value >= 1) return `$${value.toFixed(2)}`;
  const places = Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(value))));
  return `$${value.toFixed(places)}`;
}

const seconds = new Intl.DateTimeFormat(undefined, { timeStyle: "medium" });

/** The time of the day in the viewer's zone, to the second: turns follow each other fast. */
export function clock(iso: string): string {
  return seconds.format(new Date(iso));
}

/** `840 ms`, `2.4 s`. */
export function duration(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

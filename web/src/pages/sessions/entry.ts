/**
 * Owns what a conversation shows of each of its turns: a few facts, so that five hundred of them are little.
 */
import type { Json } from "~/api/shapes";
import { textOf, type Cost, type Made, type StoredTurn } from "./record";

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
  /** What each of its calls cost, in their order: a turn by itself does not tell how it is spread. */
  costs: (Cost | null)[];
  /** Who answered each of them: a provider, or `rehearsal`. */
  by: string[];
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
    costs: (calls.calls ?? []).map((call) => call.cost ?? null),
    by: (calls.calls ?? []).map((call) => call.answered_by ?? ""),
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
  return value === 0 ? "$0" : `$${value.toFixed(places(value))}`;
}

/** Dollars of one column: all with the same places, so that they stand below each other. */
export function column(values: readonly (number | null | undefined)[]): string[] {
  const most = Math.min(6, Math.max(2, ...values.map((value) => (value ? places(value) : 0))));
  return values.map((value) => (value === null || value === undefined ? "" : `$${value.toFixed(most)}`));
}

/** The places that show two digits of a value. */
function places(value: number): number {
  return value >= 1 ? 2 : Math.min(8, Math.max(2, 1 - Math.floor(Math.log10(value))));
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

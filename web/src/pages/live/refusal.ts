/**
 * Owns why a state may not be: which two values do not meet, and which ones each of them does meet.
 */
import { api, got } from "~/api/client";
import type { Json, JsonObject } from "~/api/shapes";
import type { Problem } from "~/api/problem";
import { isObject } from "~/lib/schema";

/** A value of a state key. */
export interface Held {
  key: string;
  value: string;
}

/** Two values that `compat` keeps apart. */
export type Pair = [Held, Held];

/** The pairs because of which a turn was refused; null where something else is wrong as well. */
export function pairs(problem: Problem): Pair[] | null {
  const found = problem.errors.map((error) => (error.code === "state.compat" ? pair(error.detail) : null));
  return found.length > 0 && found.every((one) => one !== null) ? found : null;
}

function pair(detail: string): Pair | null {
  const [, key, value, other, its] = /^(\S+) `([^`]+)` does not go with (\S+) `([^`]+)`$/.exec(detail) ?? [];
  return key && value && other && its ? [{ key, value }, { key: other, value: its }] : null;
}

/** The values of the other key that a value may meet. */
export interface Meets {
  held: Held;
  key: string;
  values: Json[];
}

/** What each side of a pair may meet, as the service walks it. */
export async function meets(agent: string, [one, other]: Pair, signal: AbortSignal): Promise<Meets[]> {
  const query = { only: `${one.key},${other.key}` };
  const asked = api.GET("/api/v1/agents/{agent}/matrix", { params: { path: { agent }, query }, signal });
  const { cells } = (await got(asked)) as unknown as { cells: { from: JsonObject; status: string }[] };
  const may = (held: Held, key: string): Meets => ({
    held,
    key,
    values: cells.filter((cell) => cell.status === "allowed" && String(read(cell.from, held.key)) === held.value).map((cell) => read(cell.from, key)),
  });
  return [may(one, other.key), may(other, one.key)];
}

function read(state: JsonObject, key: string): Json {
  let here: Json | undefined = state;
  for (const step of key.split(".")) here = isObject(here) ? here[step] : undefined;
  return here ?? null;
}

/**
 * Owns where a rollback goes: the same walk through the log as the service's.
 */
import type { Schemas } from "~/api/client";

type Move = Pick<Schemas["Move"], "epoch" | "label" | "how" | "to">;

/** The version that was active before the one that is now; none where there is no such version any more. */
export function before(moves: readonly Move[], active: number | null, stored: ReadonlySet<number>): number | null {
  const past: number[] = [];
  const own = moves.filter((move) => move.label === "production");
  for (const move of own.sort((one, other) => one.epoch - other.epoch)) {
    const to = move.to ?? 0;
    if (move.how === "rollback") while (past.length > 0 && past.at(-1) !== to) past.pop();
    else if (move.how === "activate" && past.at(-1) !== to) past.push(to);
  }
  if (past.at(-1) === active) past.pop();
  return past.findLast((version) => version !== active && stored.has(version)) ?? null;
}

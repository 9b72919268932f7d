/**
 * Owns the difference of states: before a turn, within it, and behind it. Values of the scope `turn` are there
 * within it alone, so that comparing before and after would hide what a gate has set.
 */
import type { Json, JsonObject } from "~/api/shapes";
import { isObject } from "~/lib/schema";

export interface Change {
  /** `crisis.level`, `identities[2].name`. */
  path: string;
  before: Json | undefined;
  within: Json | undefined;
  after: Json | undefined;
  /** Whether the next turn begins with it; a value of the scope `turn` is not kept. */
  kept: boolean;
}

/** The places at which states differ, in the order of the state. */
export function changes(before: JsonObject, within: JsonObject, after: JsonObject): Change[] {
  const found: Change[] = [];
  for (const key of new Set([before, within, after].flatMap((state) => Object.keys(state)))) {
    const kept = key in after;
    // What goes with the turn has nothing behind it; that it goes is no change.
    walk(key, before[key], within[key], kept ? after[key] : within[key], kept, found);
  }
  return found;
}

/** How many values a state has, each leaf counted. */
export function size(value: Json | undefined): number {
  if (value === undefined) return 0;
  const inner = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : null;
  return inner === null || inner.length === 0 ? 1 : inner.reduce<number>((sum, item) => sum + size(item), 0);
}

/** A value in one line. */
export function shown(value: Json | undefined): string {
  return value === undefined ? "not set" : typeof value === "string" ? `“${value}”` : JSON.stringify(value);
}

function walk(
  path: string,
  before: Json | undefined,
  within: Json | undefined,
  after: Json | undefined,
  kept: boolean,
  found: Change[],
): void {
  const sides = [before, within, after];
  if (same(before, within) && same(within, after)) return;
  const there = sides.filter((side) => side !== undefined);
  // What came or went as a whole is told as a whole.
  const whole = there.every((side) => same(side, there[0]));
  if (!whole && there.every(isObject)) {
    for (const key of new Set(there.flatMap((side) => Object.keys(side)))) {
      const [one, two, three] = sides.map((side) => (isObject(side) ? side[key] : undefined));
      walk(`${path}.${key}`, one, two, three, kept, found);
    }
    return;
  }
  if (!whole && there.every(Array.isArray)) {
    const longest = Math.max(...there.map((side) => side.length));
    for (let at = 0; at < longest; at += 1) {
      const [one, two, three] = sides.map((side) => (Array.isArray(side) ? side[at] : undefined));
      walk(`${path}[${at}]`, one, two, three, kept, found);
    }
    return;
  }
  found.push({ path, before, within, after: kept ? after : undefined, kept });
}

/** Whether two values are the same, whatever the order of their members. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => same(item, other[at]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]));
}

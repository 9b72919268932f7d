/**
 * Owns a state as a list of its values, each with the path at which it stands.
 */
import type { Json, JsonObject } from "~/api/shapes";
import { isObject } from "~/lib/schema";

export interface Leaf {
  /** `user.name`. */
  path: string;
  value: Json;
}

/** The values of a state in its order; lists are one value, and what is empty says nothing. */
export function leaves(state: JsonObject | undefined, within = ""): Leaf[] {
  return Object.entries(state ?? {}).flatMap(([key, value]) => {
    const path = within + key;
    if (isObject(value)) return leaves(value, `${path}.`);
    const says = value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
    return says ? [{ path, value }] : [];
  });
}

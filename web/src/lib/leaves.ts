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

/** The values of a state in its order; a list is one value. */
export function leaves(state: JsonObject | null | undefined, within = ""): Leaf[] {
  return Object.entries(state ?? {}).flatMap(([key, value]) => {
    const path = within + key;
    const inner = isObject(value) ? leaves(value, `${path}.`) : [];
    return inner.length > 0 ? inner : [{ path, value }];
  });
}

/** Whether a value says something: whoever has little room leaves out the others. */
export function says({ value }: Leaf): boolean {
  const empty = value === null || value === "" || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);
  return !empty;
}

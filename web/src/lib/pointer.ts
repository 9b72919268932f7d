/**
 * Owns JSON pointers (RFC 6901): where the service says that something stands.
 */
import type { Json } from "~/api/shapes";

/** What stands at a pointer; undefined where nothing does. */
export function at(document: Json | undefined, pointer: string): Json | undefined {
  let here: Json | undefined = document;
  for (const step of steps(pointer)) {
    if (Array.isArray(here)) here = here[Number(step)];
    else if (typeof here === "object" && here !== null) here = here[step];
    else return undefined;
  }
  return here;
}

/** The steps of a pointer. */
export function steps(pointer: string): string[] {
  if (pointer === "") return [];
  return pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

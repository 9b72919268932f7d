/**
 * Owns the patterns of addresses: what stands in one, and how one is made.
 */

export type Params = Record<string, string>;

/** What a pattern such as `/agents/:agent/live` takes out of a path; `*` at the end takes the rest. */
export function match(pattern: string, path: string): Params | null {
  const wanted = pattern.split("/");
  const given = path.replace(/\/+$/, "").split("/");
  const params: Params = {};
  for (const [at, part] of wanted.entries()) {
    if (part.startsWith("*")) {
      params[part.slice(1) || "rest"] = given.slice(at).map(decoded).join("/");
      return given.length > at ? params : null;
    }
    const value = given[at];
    if (value === undefined) return null;
    if (part.startsWith(":")) {
      if (value === "") return null;
      params[part.slice(1)] = decoded(value);
    } else if (part !== value) return null;
  }
  return wanted.length === given.length ? params : null;
}

/** A pattern with values in it. */
export function filled(pattern: string, params: Params): string {
  return pattern.replace(/[:*](\w+)/g, (sign, name: string) =>
    (params[name] ?? "")
      .split(sign.startsWith("*") ? "/" : /(?!)/)
      .map(encodeURIComponent)
      .join("/"),
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Owns the front matter of a step's file as its author wrote it: the lines of one key, with those that belong to it.
 */

/** The lines of a key, without the key itself where it stands alone; empty where the file does not have it. */
export function block(source: string, key: string): string {
  const front = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source)?.[1];
  if (front === undefined) return "";
  const lines = front.split(/\r?\n/);
  const first = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (first < 0) return "";
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => line !== "" && !/^[\s#-]/.test(line));
  const own = (lines[first] ?? "").slice(key.length + 1).trim();
  const inner = undented(rest.slice(0, end < 0 ? undefined : end));
  return [own, ...inner].filter((line, at) => at > 0 || line !== "").join("\n").trimEnd();
}

/** What stands below the front matter. */
export function body(source: string): string {
  return source.replace(/^---\r?\n[\s\S]*?\r?\n---(?:\r?\n|$)/, "").trim();
}

function undented(lines: readonly string[]): string[] {
  const depths = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const least = Math.min(...depths);
  return Number.isFinite(least) ? lines.map((line) => line.slice(least)) : [];
}

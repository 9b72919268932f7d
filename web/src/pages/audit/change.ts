/**
 * Owns how a change of the record is told: where its subject is, and what stood before and stands now.
 */
import type { Schemas } from "~/api/client";
import { hash } from "~/lib/format";
import { prompt, role } from "~/lib/links";

export type Change = Schemas["AuditRecord"];

/** The address of what was changed, where the studio has a page for it. */
export function subject(change: Change): string | null {
  if (change.kind === "role") return role(roleId(change));
  if (change.kind !== "prompt" && change.kind !== "label") return null;
  const [agent, ...rest] = change.subject.split("/");
  const name = rest.join("/").replace(/@.*$/, "");
  return agent && name ? prompt(agent, name, versionOf(change.after)) : null;
}

/** What a role is called that was changed; none where nobody knows it any more. */
export function roleOf(change: Change, names: ReadonlyMap<string, string>): string | null {
  return change.kind === "role" ? (names.get(roleId(change)) ?? null) : null;
}

function roleId(change: Change): string {
  return change.subject.replace(/@\d+$/, "");
}

/** `1 b3:0123…` as people read it: `version 1, 0123456789`; everything else as it is. */
export function side(text: string): string {
  const [, version, digest] = /^(?:(\d+) )?(b3:[0-9a-f]+)$/.exec(text) ?? [];
  if (digest) return version ? `version ${version}, ${hash(digest)}` : hash(digest);
  return /^\d+$/.test(text) ? `version ${text}` : text;
}

/** Whether a change has the words in it. */
export function answers(change: Change, words: string): boolean {
  const known = Object.values(change).join(" ").toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

function versionOf(text: string): number | null {
  const [, version] = /^(\d+)(?: |$)/.exec(text) ?? [];
  return version ? Number(version) : null;
}

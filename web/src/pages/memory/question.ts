/**
 * Owns what is asked for: how the filters of the page become a question to the service, and which part of
 * them the page has to look for by itself.
 */
import type { Schemas } from "~/api/client";

export type Memory = Schemas["Memory"];

export interface Filter {
  q: string;
  view: View;
  scope: string;
  owner: string;
  user: string;
  category: string;
}

export type View = "all" | "facts" | "episodes" | "rules" | "dropped";

export const SCOPES = [
  { id: "user", title: "user", about: "of one user, erased with them" },
  { id: "core", title: "core", about: "of one agent, in every project" },
  { id: "project", title: "project", about: "of one agent in one project: agent/project" },
  { id: "shared", title: "shared", about: "of one project, for every agent there" },
] as const;

export const KINDS = { semantic: "fact", episodic: "episode", procedural: "rule" } as const;

const KIND_OF: Partial<Record<View, string>> = { facts: "semantic", episodes: "episodic", rules: "procedural" };

/** How the service is asked. */
export interface Question {
  /** The words that the service is to rank by; it does so for one owner at a time. */
  search?: { q: string; scope: string; owner: string };
  /** What a list takes; left out of it is what it does not know alone. */
  list: { scope?: string; owner?: string; user?: string; kind?: string; category?: string; status?: string };
  /** What the page has to look for in the rows that it is told; null where every row answers. */
  keep: ((memory: Memory) => boolean) | null;
}

/** The question that a filter means. */
export function question(filter: Filter): Question {
  const { view, user, category } = filter;
  const q = filter.q.trim();
  const owned = filter.scope !== "" && filter.owner !== "";
  const list = {
    ...(owned ? { scope: filter.scope, owner: filter.owner } : {}),
    user: user || undefined,
    kind: KIND_OF[view],
    category: category || undefined,
    status: view === "dropped" ? "dropped" : undefined,
  };
  // A rank needs one owner; without one the page looks through what it is told.
  const owner = owned ? { scope: filter.scope, owner: filter.owner } : user ? { scope: "user", owner: user } : null;
  if (q && owner) return { search: { q, ...owner }, list, keep: (memory) => fits(memory, filter, list) };
  const seeks = q !== "" || (!owned && (filter.scope !== "" || filter.owner !== ""));
  return { list, keep: seeks ? (memory) => fits(memory, filter, list) && says(memory, q) : null };
}

function fits(memory: Memory, filter: Filter, list: Question["list"]): boolean {
  return (
    (!filter.scope || memory.scope === filter.scope) &&
    (!filter.owner || memory.owner === filter.owner) &&
    (!list.user || memory.user === list.user) &&
    (!list.kind || memory.kind === list.kind) &&
    (!list.category || memory.category === list.category) &&
    (!list.status || memory.status === list.status)
  );
}

/** Whether all words stand in what is known of a memory. */
function says(memory: Memory, q: string): boolean {
  const known = `${memory.text} ${memory.category} ${memory.owner} ${memory.reason ?? ""}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}

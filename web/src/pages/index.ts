/**
 * Owns the table of pages. A new page is a folder beside this file and a row in it: the navigation, the
 * command palette, the help and the router all read this table.
 *
 * It must never import a page itself: each is loaded when somebody goes to it.
 */
import type { Component } from "svelte";
import type { Scope } from "~/api/shapes";
import { filled, type Params } from "~/lib/address";
import type { IconName } from "~/ui/Icon.svelte";

export interface PageRow {
  id: string;
  title: string;
  /** What somebody finds here, for the palette and for empty states. */
  about: string;
  icon: IconName;
  group: "Agent" | "Conversations" | "Workspace";
  /** Patterns of its addresses; the first is the one that the navigation goes to. */
  paths: [string, ...string[]];
  /** The key behind `g` that goes there. */
  key: string;
  /** What a key must be allowed to do. */
  scope: Scope;
  load: () => Promise<{ default: Component<{ params: Params }> }>;
}

export const PAGES: readonly PageRow[] = [
  {
    id: "live",
    title: "Live assembly",
    about: "See what the model sees, and why",
    icon: "live",
    group: "Agent",
    paths: ["/agents/:agent/live"],
    key: "l",
    scope: "run",
    load: () => import("./live/Page.svelte"),
  },
  {
    id: "prompts",
    title: "Prompts",
    about: "Find, edit, compare and activate versions",
    icon: "prompt",
    group: "Agent",
    paths: ["/prompts", "/prompts/:agent/*name"],
    key: "p",
    scope: "read",
    load: () => import("./prompts/Page.svelte"),
  },
  {
    id: "layers",
    title: "Layers",
    about: "What stands in a prompt, in which order, and when it changes",
    icon: "layers",
    group: "Agent",
    paths: ["/agents/:agent/layers"],
    key: "y",
    scope: "read",
    load: () => import("./layers/Page.svelte"),
  },
  {
    id: "matrix",
    title: "Matrix",
    about: "Which states may be, and what each comes to",
    icon: "matrix",
    group: "Agent",
    paths: ["/agents/:agent/matrix"],
    key: "x",
    scope: "read",
    load: () => import("./matrix/Page.svelte"),
  },
  {
    id: "flow",
    title: "Flow",
    about: "The steps of a conversation as a graph, to look at and to play",
    icon: "flow",
    group: "Agent",
    paths: ["/agents/:agent/flow"],
    key: "f",
    scope: "read",
    load: () => import("./flow/Page.svelte"),
  },
  {
    id: "sessions",
    title: "Sessions",
    about: "Conversations, turn by turn: what happened and why",
    icon: "session",
    group: "Conversations",
    paths: ["/sessions", "/sessions/:session"],
    key: "s",
    scope: "read",
    load: () => import("./sessions/Page.svelte"),
  },
  {
    id: "memory",
    title: "Memory",
    about: "What is remembered of users and projects, and what was dropped",
    icon: "memory",
    group: "Conversations",
    paths: ["/memory"],
    key: "m",
    scope: "read",
    load: () => import("./memory/Page.svelte"),
  },
  {
    id: "experiments",
    title: "Experiments",
    about: "Versions against each other, and what people said",
    icon: "experiment",
    group: "Conversations",
    paths: ["/experiments", "/experiments/:experiment"],
    key: "e",
    scope: "read",
    load: () => import("./experiments/Page.svelte"),
  },
  {
    id: "roles",
    title: "Roles",
    about: "Agents as one object: copy, change, preview, reset",
    icon: "role",
    group: "Workspace",
    paths: ["/roles", "/roles/:id"],
    key: "r",
    scope: "read",
    load: () => import("./roles/Page.svelte"),
  },
  {
    id: "audit",
    title: "Audit",
    about: "Who changed what, when and why",
    icon: "audit",
    group: "Workspace",
    paths: ["/audit"],
    key: "a",
    scope: "admin",
    load: () => import("./audit/Page.svelte"),
  },
  {
    id: "admin",
    title: "Administration",
    about: "Keys, webhooks, jobs and workspaces",
    icon: "lock",
    group: "Workspace",
    paths: ["/admin/keys", "/admin/:section"],
    key: "k",
    scope: "admin",
    load: () => import("./admin/Page.svelte"),
  },
];

/** The groups in the order of the navigation. */
export const GROUPS = ["Agent", "Conversations", "Workspace"] as const;

/** The address to which the navigation goes for a page. */
export function home(page: PageRow, agent: string): string {
  const [pattern] = page.paths;
  if (pattern.includes(":agent")) return agent === "" ? "/" : filled(pattern, { agent });
  return page.group === "Agent" && agent !== "" ? `${pattern}?agent=${encodeURIComponent(agent)}` : pattern;
}

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
];

/** The groups in the order of the navigation. */
export const GROUPS = ["Agent", "Conversations", "Workspace"] as const;

/** The address to which the navigation goes for a page. */
export function home(page: PageRow, agent: string): string {
  const [pattern] = page.paths;
  if (pattern.includes(":agent")) return agent === "" ? "/" : filled(pattern, { agent });
  return page.group === "Agent" && agent !== "" ? `${pattern}?agent=${encodeURIComponent(agent)}` : pattern;
}

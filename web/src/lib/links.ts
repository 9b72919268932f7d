/**
 * Owns the addresses with which pages refer to things, so that a page never spells another one's address.
 */
import { filled } from "./address";

/** Live assembly of an agent, of one of its cases where it is named; the empty name is a free turn. */
export function live(agent: string, at: { case?: string; turn?: number; state?: object } = {}): string {
  const query = new URLSearchParams();
  if (at.case !== undefined) query.set("case", at.case);
  if (at.turn && at.turn > 1) query.set("turn", String(at.turn));
  if (at.state) query.set("state", JSON.stringify(at.state));
  const text = query.toString();
  return filled("/agents/:agent/live", { agent }) + (text && `?${text}`);
}

/** A prompt, at one of its versions where it is named. */
export function prompt(agent: string, name: string, version?: number | null): string {
  return filled("/prompts/:agent/*name", { agent, name }) + (version ? `?version=${version}` : "");
}

/** The prompts of an agent. */
export function prompts(agent: string): string {
  return `/prompts?agent=${encodeURIComponent(agent)}`;
}

/** All roles. */
export function roles(): string {
  return "/roles";
}

/** A role. */
export function role(id: string): string {
  return filled("/roles/:id", { id });
}

/** A conversation, at one of its turns where it is named. */
export function conversation(session: string, turn?: number | null): string {
  return filled("/sessions/:session", { session }) + (turn ? `?turn=${turn}` : "");
}

/** What is remembered of a user. */
export function memoriesOf(user: string): string {
  return `/memory?user=${encodeURIComponent(user)}`;
}

/** An experiment. */
export function experiment(id: string): string {
  return filled("/experiments/:experiment", { experiment: id });
}

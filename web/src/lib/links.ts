/**
 * Owns the addresses with which pages refer to things, so that a page never spells another one's address.
 */
import { filled } from "./address";

/** What live assembly shows: a case (the empty name is a free turn), or a conversation, and which turn of it. */
export interface LivePlace {
  case?: string;
  /** A conversation: its next turn where no other one is named. */
  session?: string;
  turn?: number;
  state?: object;
}

/** Live assembly of an agent. */
export function live(agent: string, at: LivePlace = {}): string {
  const query = new URLSearchParams();
  if (at.session) query.set("session", at.session);
  else if (at.case !== undefined) query.set("case", at.case);
  if (at.turn && (at.session || at.turn > 1)) query.set("turn", String(at.turn));
  if (at.state) query.set("state", JSON.stringify(at.state));
  const text = query.toString();
  return filled("/agents/:agent/live", { agent }) + (text && `?${text}`);
}

/** A prompt, at one of its versions where it is named. */
export function prompt(agent: string, name: string, version?: number | null): string {
  return filled("/prompts/:agent/*name", { agent, name }) + (version ? `?version=${version}` : "");
}

/** The layers of a call of an agent, with one of them open where it is named. */
export function layers(agent: string, at: { call?: string; open?: string } = {}): string {
  const query = new URLSearchParams();
  if (at.call) query.set("call", at.call);
  if (at.open) query.set("open", at.open);
  const text = query.toString();
  return filled("/agents/:agent/layers", { agent }) + (text && `?${text}`);
}

/** The states of an agent, with two of their keys as rows and columns. */
export function matrix(agent: string, rows: string, columns: string): string {
  return `${filled("/agents/:agent/matrix", { agent })}?${new URLSearchParams({ rows, columns }).toString()}`;
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

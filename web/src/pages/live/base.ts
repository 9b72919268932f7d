/**
 * Owns what an assembly can be compared with, and how the other side is made: another turn, another version of a
 * prompt, another value of the state, a case.
 */
import { api, got, type Schemas } from "~/api/client";
import { isCall, type Json, type JsonObject, type Outline, type StateKey } from "~/api/shapes";
import { assemble } from "~/lib/assemble";
import { isObject, withMember } from "~/lib/schema";
import { lay } from "~/lib/spans";
import type { Side } from "./compare";
import { next } from "./talk.svelte";
import type { Turn } from "./turn.svelte";

/** The other side, as it was chosen. */
export type Other =
  | { kind: "turn"; number: number }
  | { kind: "version"; name: string; version: number }
  | { kind: "state"; key: string; value: Json }
  | { kind: "case"; name: string };

export type Version = Schemas["Prompt"];

/** A state key that stands on a few values. */
export interface Key {
  name: string;
  values: Json[];
  titles: StateKey["titles"];
}

export interface Choices {
  /** The turn before this one; 0 where there is none. */
  before: number;
  /** All turns but this one. */
  turns: number[];
  /** Keys of the state; the state of a conversation is its own, and none of it is chosen. */
  keys: Key[];
}

/** What there is to choose from. */
export function choices(turn: Turn, outline: Outline): Choices {
  const turns = Array.from({ length: turn.turns }, (_, at) => at + 1).filter((number) => number !== turn.number);
  const keys = turn.next ? [] : outline.state.flatMap((key) => listed(key) ?? []);
  return { before: turn.next ? turn.turns : turn.number - 1, turns, keys };
}

function listed(key: StateKey): Key | null {
  const choice = key.schema.enum ?? (key.schema.type === "boolean" ? [false, true] : null);
  if (!Array.isArray(choice)) return null;
  const values = choice as Json[];
  return { name: key.name, values: key.default === undefined ? [...values, null] : values, titles: key.titles };
}

/** The versions of a prompt, newest first. */
export async function versionsOf(agent: string, name: string, signal: AbortSignal): Promise<Version[]> {
  const [prompt_type = "", ...rest] = name.split("/");
  const query = { agent, prompt_type, ...(rest.length > 0 ? { phase: rest.join("/") } : {}), limit: 500, brief: true };
  const { items } = await got(api.GET("/api/v1/prompts", { params: { query }, signal }));
  return items.filter((item) => item.name === name).sort((one, other) => other.version - one.version);
}

/** Assembles the other side; null where the gate speaks in place of a call. */
export async function sideOf(turn: Turn, outline: Outline, other: Other, signal: AbortSignal): Promise<Side | null> {
  const { title, body } = await asked(turn, outline, other, signal);
  const provider: JsonObject = turn.provider ? { provider: turn.provider } : {};
  const made = await assemble(outline.agent, { ...body, ...provider, include: ["manifest"] }, signal);
  return isCall(made) ? { title, made, laid: lay(made.payload, made.manifest) } : null;
}

async function asked(turn: Turn, outline: Outline, other: Other, signal: AbortSignal): Promise<{ title: string; body: JsonObject }> {
  const { include: _, ...own } = turn.request();
  switch (other.kind) {
    case "version": {
      const pins = { ...(isObject(own.pins) ? own.pins : {}), [other.name]: other.version };
      return { title: `${other.name}@${other.version}`, body: { ...own, pins } };
    }
    case "state": {
      const state = withMember(isObject(own.state) ? own.state : {}, other.key, other.value ?? undefined);
      return { title: `${other.key}: ${other.value === null ? "none" : String(other.value)}`, body: { ...own, state } };
    }
    case "turn":
      return { title: `turn ${other.number}`, body: await turnOf(turn, outline, other.number) };
    case "case": {
      const path = { agent: outline.agent, case: other.name };
      const played = await got(api.GET("/api/v1/agents/{agent}/cases/{case}", { params: { path }, signal }));
      const call: JsonObject = played.turns[0]?.call ? { call: played.turns[0].call } : {};
      return { title: `case ${other.name}`, body: { ...(played.turns[0]?.input as JsonObject), ...call } };
    }
  }
}

/** The input of another turn of what is looked at. */
async function turnOf(turn: Turn, outline: Outline, number: number): Promise<JsonObject> {
  if (turn.talk) {
    if (number === 0) return next(turn.talk.session.id, {});
    const was = await turn.talk.was(number, outline);
    return { ...was.input, ...(was.call ? { call: was.call } : {}) };
  }
  const there = turn.played?.turns[number - 1];
  return { ...(there?.input as JsonObject | undefined), ...(there?.call ? { call: there.call } : {}) };
}

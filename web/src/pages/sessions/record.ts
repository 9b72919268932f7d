/**
 * Owns the shapes of a stored turn that the OpenAPI document leaves open: what went in, what it came to, and
 * what its calls were.
 *
 * It must never be wider than what the service tells: what may be absent is told so.
 */
import type { Schemas } from "~/api/client";
import type { Json, JsonObject, Manifest } from "~/api/shapes";

export interface Input {
  message?: Json;
  state?: JsonObject;
  pins?: Record<string, number>;
  label?: string | null;
  actions?: { name: string }[];
  /** `SESSION N`, behind which a call stands that ran in the background. */
  id?: string;
}

export interface Taken {
  name: string;
  params: JsonObject;
  by: string;
  status: "done" | "performed" | "handed" | "refused";
  result?: Json;
  code?: string;
  reason?: string;
}

export interface Decided {
  step: string;
  decision: string;
  asked?: string;
  reason: string;
  said?: string;
  to: string;
}

export interface Fired {
  row: number;
  set?: JsonObject;
  call?: string | null;
  fallback?: number | null;
  reason?: string | null;
  refused?: boolean;
}

/** Something that was taken otherwise, or not taken. */
export interface Remark {
  code: string;
  pointer: string;
  note?: string;
  message?: string;
}

export interface Remembered {
  kind: string;
  text: string;
  scope?: string;
  category?: string;
}

export interface Outcome {
  call?: string;
  said: { by: "model" | "engine" | "gate"; text: string }[];
  /** The state at the turn's end, with the values that go with the turn. */
  state: JsonObject;
  decision?: Decided;
  actions: Taken[];
  events: ({ kind: string } & JsonObject)[];
  memories: { keep: Remembered[]; dropped: { rule: string; reason: string }[]; incognito: number };
  verdict?: { pass: boolean; reason: string };
  liberties: Remark[];
  problems: Remark[];
  failure?: { code: string; reason: string };
  gate: Fired[];
  background: string[];
}

/** What a call cost: the prompt spread over its layers and what the provider adds, and the answer. */
export interface Cost {
  total: number;
  answer: number;
  layers: Record<string, number>;
  overhead: number;
}

/** Tokens as the provider counted them. */
export interface Usage {
  input?: number;
  cached?: number;
  output?: number;
}

/** A call as it is told in a list of turns. */
export interface Made {
  call: string;
  answered_by: string;
  provider: string;
  model: string;
  tokens: number;
  latency_ms: number;
  usage?: Usage | null;
  cost?: Cost | null;
  refused?: string;
}

/** A call of a turn that is looked at by itself. */
export interface Sent {
  n: number;
  call: string;
  provider: string;
  model: string;
  release: string;
  status: string;
  latency_ms: number;
  usage?: Usage | null;
  manifest: Manifest;
  payload?: JsonObject;
}

export type StoredTurn = Omit<Schemas["Turn"], "input" | "outcome" | "calls" | "before" | "after" | "required_actions"> & {
  input: Input;
  outcome: Outcome | null;
  before: JsonObject;
  after: JsonObject | null;
  required_actions: { name: string; params?: JsonObject }[];
};

/** What a message says. What is not text is named. */
export function textOf(content: Json | undefined): string {
  if (content === undefined || content === null) return "";
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return JSON.stringify(content);
  return content
    .map((part) => {
      if (typeof part !== "object" || part === null || Array.isArray(part)) return String(part);
      return typeof part.text === "string" ? part.text : `[${typeof part.type === "string" ? part.type.replace("_", " ") : "part"}]`;
    })
    .join("\n");
}

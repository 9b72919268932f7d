/**
 * Owns what a role is beside its texts: description, model and modes, and the smallest role there is.
 */
import type { ProblemError } from "~/api/problem";
import type { Json, JsonObject } from "~/api/shapes";
import { isObject } from "~/lib/schema";

export interface About {
  description: string;
  model: JsonObject | null;
  modes: JsonObject;
}

export const NOTHING: About = { description: "", model: null, modes: {} };

/** The keys of a model that have a field; others stay as they are. */
export const MODEL = [
  { key: "name", title: "Model name", kind: "text", hint: "gpt-5.4" },
  { key: "provider", title: "Provider", kind: "text", hint: "found by the name" },
  { key: "window", title: "Window", kind: "number", hint: "tokens" },
  { key: "reserve", title: "Reserve", kind: "number", hint: "tokens for the answer" },
] as const;

/** What a role is beside its texts. */
export function aboutOf(role: { description: string; model?: unknown; modes: unknown } | null): About {
  if (!role) return NOTHING;
  const object = (value: unknown) => (isObject(value as Json) ? (value as JsonObject) : null);
  return { description: role.description, model: object(role.model), modes: object(role.modes) ?? {} };
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What differs of two. */
export function moved(from: About, to: About): (keyof About)[] {
  return (["description", "model", "modes"] as const).filter((key) => !same(from[key], to[key]));
}

/** A model with a key set; one that is empty is left out, and so is a model without any. */
export function withKey(model: JsonObject | null, key: string, typed: string, kind: "text" | "number"): JsonObject | null {
  const { [key]: _, ...rest } = model ?? {};
  const number = Number(typed);
  const value = typed.trim() === "" ? undefined : kind === "number" && Number.isInteger(number) ? number : typed;
  const next: JsonObject = value === undefined ? rest : { ...model, [key]: value };
  return Object.keys(next).length > 0 ? next : null;
}

/** The modes with one changed, and kept in their order; `null` takes it out. */
export function withMode(modes: JsonObject, name: string, mode: JsonObject | null): JsonObject {
  const { [name]: _, ...rest } = modes;
  return mode === null ? rest : { ...modes, [name]: mode };
}

/** What stands in a mode. */
export function textOf(modes: JsonObject, name: string, key: "system_addon" | "description"): string {
  const mode = modes[name];
  const value = isObject(mode) ? mode[key] : undefined;
  return typeof value === "string" ? value : "";
}

/** The mistakes at a place that is none of the texts, or below it. */
export function at(errors: readonly ProblemError[], pointer: string): ProblemError[] {
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
}

/** Whether a mistake is of what this owns. */
export function isAbout(error: ProblemError): boolean {
  return /^\/(description|model|modes)(\/|$)/.test(error.pointer);
}

/** The smallest role that does something in every kind of step. */
export function smallest(name: string): JsonObject {
  return {
    description: "",
    prompt_config: {
      system_prompt: `You are ${name}. Say in a sentence or two who that is, and what matters to them.`,
      templates: {
        ticket_task: "Do what this ticket asks for: {{ ticket.title }}\n\n{{ ticket.description }}",
        chat_task: "Answer the message that follows.",
        gate_eval: "Judge the work by these criteria.\n\n{{ gate.criteria }}\n\n{{ gate.previous_output }}",
      },
      output_templates: {
        agent_done: "One sentence about what is different now.",
        gate_pass: "PASS",
        gate_fail: "FAIL: what is missing",
      },
    },
  };
}

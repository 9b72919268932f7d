/**
 * Owns what a layer is in words: its badges, what fills it, and when it changes.
 *
 * It must only say what the outline and the prompts say: whether a layer is in a certain turn is for live
 * assembly to tell.
 */
import type { Outline, OutlineCall, OutlineLayer, Prompt } from "~/api/shapes";

export interface Mark {
  word: "sealed" | "chosen" | "optional" | "per turn";
  /** What that means for this layer. */
  why: string;
}

/** What fills a layer: prompts under one declared name, the engine, or the conversation. */
export interface Source {
  /** As it is declared: `response/{{ response_style }}`, `core/identity`. */
  written: string;
  /** The condition of the layer's list. */
  when: string | null;
  /** The prompts that it can come to, with what chooses each. */
  choices: Choice[];
}

export interface Choice {
  name: string;
  /** The value that chooses it, and what that value is called; none where the name is fixed. */
  value: string | null;
  title: string;
  description: string;
  /** The active version; none where there is none. */
  prompt: Prompt | null;
}

export interface Card {
  layer: OutlineLayer;
  marks: Mark[];
  sources: Source[];
  /** What fills it, in a few words. */
  filled: string;
  changes: string;
  /** Context keys that its prompts print. */
  prints: string[];
}

const ENGINE: Record<string, [string, string]> = {
  rules: ["the user's style rules, screened", "when the user's rules change"],
  actions: ["the allowed actions and their parameters, in words", "with the prompts that are chosen"],
  step: ["the packet of the current step", "with the step of the flow"],
  priority: ["the order of obedience", "with a new version of the agent"],
  answer: ["the shape of the answer, in words", "with a new version of the agent"],
};

/** The layers of a call as cards, in the order of the payload. */
export function cards(outline: Outline, call: OutlineCall, prompts: ReadonlyMap<string, Prompt>): Card[] {
  return call.layers.map((layer) => {
    const sources = layer.prompts.map((prompt) => ({
      written: prompt.name,
      when: prompt.when ?? null,
      choices: choices(prompt.name, outline, prompts),
    }));
    const prints = [...new Set(sources.flatMap((source) => source.choices.flatMap((one) => one.prompt?.required_context_keys ?? [])))];
    const marked = marks(outline, call, layer, sources);
    return { layer, sources, prints, marks: marked, filled: filled(layer), changes: changes(outline, call, layer, sources, prints) };
  });
}

/** Whether a layer is the sealed core of a call. */
export function sealed(outline: Outline, call: OutlineCall, layer: OutlineLayer): boolean {
  const core = new Set([...outline.core, ...call.core]);
  return !call.bare && layer.id === "core" && layer.prompts.every((prompt) => core.has(prompt.name));
}

function marks(outline: Outline, call: OutlineCall, layer: OutlineLayer, sources: readonly Source[]): Mark[] {
  const found: Mark[] = [];
  if (sealed(outline, call, layer)) {
    return [{ word: "sealed", why: "always present, whole, first; no pin, label, arm or draft replaces it" }];
  }
  const chosen = [...new Set(layer.prompts.flatMap((prompt) => interpolated(prompt.name)))];
  if (chosen.length > 0) found.push({ word: "chosen", why: `${chosen.join(" and ")} decides which prompt fills it` });
  const own = sources.length > 0 && sources.every((source) => source.when !== null || source.choices.every((one) => condition(one.prompt) !== null));
  if (layer.when) found.push({ word: "optional", why: `only when ${layer.when}` });
  else if (layer.optional) found.push({ word: "optional", why: "left out where the prompt is not there" });
  else if (own) found.push({ word: "optional", why: "each of its prompts has a condition of its own" });
  const turn = perTurn(outline, layer);
  if (turn) found.push({ word: "per turn", why: turn });
  return found;
}

/** Why a layer is another one every turn; empty where it is not. */
function perTurn(outline: Outline, layer: OutlineLayer): string {
  if (layer.channel === "turn") return "stands behind the history, because it changes every turn";
  if (layer.channel === "user") return "what the user just said";
  if (layer.channel === "history") return "grows with every turn";
  const keys = reads(outline, layer).filter((key) => key.scope === "turn");
  return keys.length > 0 ? `${keys.map((key) => key.name).join(" and ")} is chosen anew each turn` : "";
}

function filled(layer: OutlineLayer): string {
  if (layer.engine) return ENGINE[layer.engine]?.[0] ?? `written by the engine: ${layer.engine}`;
  if (layer.channel === "history") return "the messages so far, oldest first";
  if (layer.channel === "user" && layer.prompts.length === 0) return "the user's message, as it came";
  return layer.prompts.map((prompt) => prompt.name).join(", ");
}

function changes(outline: Outline, call: OutlineCall, layer: OutlineLayer, sources: readonly Source[], prints: readonly string[]): string {
  if (sealed(outline, call, layer)) return "only with a new version of its prompts";
  if (layer.engine) return ENGINE[layer.engine]?.[1] ?? "as the engine needs it";
  if (layer.channel === "history") return "grows with every turn";
  if (layer.channel === "user" && layer.prompts.length === 0) return "every turn";
  const causes = reads(outline, layer).map((key) => key.name + (SCOPES[key.scope] ?? ""));
  const files = new Set(sources.flatMap((source) => source.choices.flatMap((one) => keysIn(condition(one.prompt) ?? "", names(outline)))));
  const own = new Set(reads(outline, layer).map((key) => key.name));
  const conditions = [...files].filter((key) => !own.has(key));
  const values = outline.context.filter((key) => prints.includes(key.name)).map((key) => `${key.name} from ${key.source}`);
  const all = [...causes, ...conditions, ...values];
  return all.length > 0 ? `with ${all.join("; ")}` : "only with a new version of its prompts";
}

/** The state keys that decide whether the layer is there and what fills it. */
function reads(outline: Outline, layer: OutlineLayer): { name: string; scope: string }[] {
  const written = [layer.when ?? "", ...layer.prompts.flatMap((prompt) => [...interpolated(prompt.name), prompt.when ?? ""])];
  const keys = new Set(written.flatMap((text) => keysIn(text, names(outline))));
  return [...outline.state, ...OWN.map((name) => ({ name, scope: "engine" }))].filter((key) => keys.has(key.name));
}

/** State keys that the engine keeps itself. */
const OWN = ["step", "stage", "slots", "ladder", "held"];

const names = (outline: Outline) => new Set([...outline.state.map((key) => key.name), ...OWN]);

const SCOPES: Record<string, string> = { turn: ", chosen each turn", user: ", kept for the user", engine: ", kept by the engine" };

/** The state keys that an expression names, in the order of the text. Texts in quotes are no names. */
export function keysIn(expression: string, known: ReadonlySet<string>): string[] {
  const bare = expression.replace(/"[^"]*"|'[^']*'/g, "");
  const found = [...bare.matchAll(/(?<![\w.])(?:state\.)?([A-Za-z_]\w*)/g)].map((match) => match[1] ?? "");
  return [...new Set(found.filter((name) => known.has(name)))];
}

const EXPRESSION = /\{\{\s*(.*?)\s*\}\}/g;

function interpolated(written: string): string[] {
  return [...written.matchAll(EXPRESSION)].map((match) => match[1] ?? "");
}

/** Everything that a declared name can come to: itself, or one for each value of the key in it. */
export function choices(written: string, outline: Outline, prompts: ReadonlyMap<string, Prompt>): Choice[] {
  const expression = interpolated(written)[0];
  if (expression === undefined) {
    const prompt = prompts.get(written) ?? null;
    return [{ name: written, value: null, title: prompt?.title ?? "", description: prompt?.description ?? "", prompt }];
  }
  const key = outline.state.find((key) => key.name === expression.replace(/^state\./, ""));
  const values = key && Array.isArray(key.schema.enum) ? key.schema.enum.filter((value) => typeof value === "string") : found(written, prompts);
  return values.map((value) => {
    const name = written.replace(EXPRESSION, value);
    const prompt = prompts.get(name) ?? null;
    const title = key?.titles.find((title) => title.value === value);
    return {
      name,
      value,
      title: title?.title || prompt?.title || value,
      description: title?.description || prompt?.description || "",
      prompt,
    };
  });
}

/** The values for which there are prompts, where the key itself does not list them. */
function found(written: string, prompts: ReadonlyMap<string, Prompt>): string[] {
  const [before = "", , after = ""] = written.split(EXPRESSION);
  const fitting = [...prompts.keys()].filter((name) => name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after));
  return fitting.map((name) => name.slice(before.length, name.length - after.length)).sort();
}

/** The condition in a prompt's own file, on one line; null where there is none or the text is not loaded. */
export function condition(prompt: Prompt | null): string | null {
  const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(prompt?.source ?? "")?.[1];
  const written = /^when:\s*(.+)$/m.exec(front ?? "")?.[1]?.trim();
  return written ? written.replace(/^(["'])(.*)\1$/, "$2") : null;
}

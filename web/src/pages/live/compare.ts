/**
 * Owns what two assemblies have in common and what moved between them, in words and in tokens.
 */
import type { AssembledCall, Json, JsonObject, Layer } from "~/api/shapes";
import { signed } from "~/lib/format";
import { leaves } from "~/lib/leaves";
import { textOf, type Laid } from "~/lib/spans";

/** An assembly with its text. */
export interface Side {
  /** What it is called. */
  title: string;
  made: AssembledCall;
  laid: Laid;
}

export type Move = "same" | "changed" | "came" | "went" | "absent";

export interface MovedLayer {
  id: string;
  title: string;
  move: Move;
  /** What moved, in a few words. */
  words: string;
  tokens: [number, number];
  texts: [string, string];
}

export interface Moved {
  layers: MovedLayer[];
  /** Values of the state that are others: their paths, before and after. */
  state: { key: string; from: Json | undefined; to: Json | undefined }[];
  /** Everything else that differs: the call, the provider, the model. */
  facts: string[];
  tokens: [number, number];
}

/** What moved from one assembly to another. */
export function moved(from: Side, to: Side): Moved {
  const ids = [...new Set([...from.made.manifest.layers, ...to.made.manifest.layers].map((layer) => layer.id))];
  const order = (id: string) => {
    const own = to.made.manifest.layers.findIndex((layer) => layer.id === id);
    return own >= 0 ? own : from.made.manifest.layers.findIndex((layer) => layer.id === id) + 0.5;
  };
  ids.sort((one, other) => order(one) - order(other));
  return {
    layers: ids.map((id) => layer(id, from, to)),
    state: states(from.made.manifest.state as JsonObject, to.made.manifest.state as JsonObject),
    facts: facts(from.made, to.made),
    tokens: [from.made.manifest.tokens.total, to.made.manifest.tokens.total],
  };
}

function layer(id: string, from: Side, to: Side): MovedLayer {
  const [one, other] = [find(from, id), find(to, id)];
  const texts: [string, string] = [textOf(from.laid, id), textOf(to.laid, id)];
  const [was, is] = [isThere(one), isThere(other)];
  const tokens: [number, number] = [was ? (one?.tokens ?? 0) : 0, is ? (other?.tokens ?? 0) : 0];
  const title = other?.title || one?.title || id;
  if (!was && !is) return { id, title, move: "absent", words: other?.reason ?? "", tokens, texts };
  if (!was) return { id, title, move: "came", words: other?.reason ?? "", tokens, texts };
  if (!is) return { id, title, move: "went", words: other?.reason ?? "the call does not have it", tokens, texts };
  const words = [versions(one, other), shrunk(one, other)].filter((word) => word !== "");
  if (texts[0] === texts[1] && words.length === 0) return { id, title, move: "same", words: "", tokens, texts };
  if (words.length === 0) words.push("the same versions with other values");
  return { id, title, move: "changed", words: words.join("; "), tokens, texts };
}

/** The prompts that fill a layer, where they are others: those that went, and those that came. */
function versions(one: Layer | undefined, other: Layer | undefined): string {
  const names = (layer: Layer | undefined) =>
    (layer?.prompts ?? []).map((prompt) => `${prompt.name}@${prompt.version ?? "draft"}`);
  const [was, is] = [names(one), names(other)];
  const went = was.filter((name) => !is.includes(name));
  const came = is.filter((name) => !was.includes(name));
  if (went.length > 0 && came.length > 0) return `${went.join(", ")} → ${came.join(", ")}`;
  if (went.length > 0) return `without ${went.join(", ")}`;
  return came.length > 0 ? `with ${came.join(", ")}` : "";
}

function shrunk(one: Layer | undefined, other: Layer | undefined): string {
  const [was, is] = [one?.dropped ?? 0, other?.dropped ?? 0];
  return was === is ? "" : `${signed(is - was)} dropped`;
}

function states(from: JsonObject, to: JsonObject): Moved["state"] {
  const [was, is] = [from, to].map((state) => new Map(leaves(state).map(({ path, value }) => [path, value])));
  const keys = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
  return keys
    .map((key) => ({ key, from: was?.get(key), to: is?.get(key) }))
    .filter((one) => JSON.stringify(one.from) !== JSON.stringify(one.to));
}

function facts(from: AssembledCall, to: AssembledCall): string[] {
  const names = ["call", "provider", "model"] as const;
  return names.filter((name) => from[name] !== to[name]).map((name) => `${name}: ${from[name]} → ${to[name]}`);
}

function find(side: Side, id: string): Layer | undefined {
  return side.made.manifest.layers.find((layer) => layer.id === id);
}

export function isThere(layer: Layer | undefined): boolean {
  return layer?.status === "included" || layer?.status === "shrunk";
}

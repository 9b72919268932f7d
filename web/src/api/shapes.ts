/**
 * Owns names for what pages use most, and the few shapes that the OpenAPI document leaves open.
 */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Agent = Schemas["Agent"];
export type Prompt = Schemas["Prompt"];
export type Outline = Schemas["Outline"];
export type OutlineCall = Schemas["OutlineCall"];
export type OutlineLayer = Schemas["OutlineLayer"];
export type StateKey = Schemas["OutlineStateKey"];
export type PlayedCase = Schemas["PlayedCase"];
export type PlayedTurn = Schemas["PlayedTurn"];
export type Manifest = Omit<Schemas["Manifest"], "layers"> & { layers: Layer[] };
/** A layer of the manifest; one that nothing fills names no prompts. */
export type Layer = Omit<Schemas["Manifest.LayerEntry"], "prompts"> & Partial<Pick<Schemas["Manifest.LayerEntry"], "prompts">>;
export type Origin = Schemas["Manifest.OriginEntry"];
export type Part = Schemas["Manifest.PartEntry"];
export type Scope = "read" | "edit" | "run" | "admin";

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A finding of `check`. */
export type Diagnostic = Schemas["Finding"];

/** A call that was assembled. */
export interface AssembledCall {
  agent: string;
  call: string;
  release: string;
  provider: string;
  model: string;
  tokens: number;
  stale: boolean;
  payload: JsonObject;
  manifest: Manifest;
  requests?: JsonObject[];
}

/** What the gate says in place of a call. */
export interface SaidByGate {
  said: string;
  actions: string[];
  state: JsonObject;
}

export type Assembled = AssembledCall | SaidByGate;

export function isCall(assembled: Assembled): assembled is AssembledCall {
  return "payload" in assembled;
}

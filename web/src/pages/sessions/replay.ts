/**
 * Owns a second run of a turn: what it is asked with, and what it says moved.
 *
 * It must never call the same what the service calls different.
 */
import { api, got } from "~/api/client";
import type { Json } from "~/api/shapes";
import type { LookedTurn } from "./conversation.svelte";

export interface Sides<T> {
  was: T | null;
  now: T | null;
}

export interface LayerSide {
  status: string;
  tokens?: number | null;
  prompts: { name: string; version: number | null }[];
}

export interface Replayed {
  n: number;
  same: boolean;
  calls: {
    call: string;
    status: "same" | "changed" | "new" | "gone";
    release: Sides<string>;
    tokens: Sides<number>;
    layers: ({ id: string } & Sides<LayerSide>)[];
  }[];
  changes: ({ pointer: string } & Sides<Json>)[];
  outcome: Json;
}

export interface Wish {
  pins: Record<string, number>;
  label: string;
  model: string;
}

/** Runs a turn again; nothing is stored and no model is asked. */
export async function replay(session: string, n: number, wish: Wish, signal: AbortSignal): Promise<Replayed> {
  const body = { pins: wish.pins, label: wish.label || null, model: wish.model || null };
  const asked = api.POST("/api/v1/sessions/{id}/turns/{n}/replay", {
    params: { path: { id: session, n } },
    body: body as never,
    signal,
  });
  return (await got(asked)) as unknown as Replayed;
}

/** The prompts that filled a turn and may be replaced, each with the version that it had. */
export function used(turn: LookedTurn): { name: string; version: number | null }[] {
  const found = new Map<string, number | null>();
  for (const layer of turn.calls.flatMap((call) => call.manifest.layers)) {
    if (layer.sealed) continue;
    for (const prompt of layer.prompts ?? []) found.set(prompt.name, prompt.version ?? null);
  }
  return [...found].map(([name, version]) => ({ name, version }));
}

/** `response/supportive@2,approach/act@1` as pins. */
export function readPins(text: string): Record<string, number> {
  const pins: Record<string, number> = {};
  for (const part of text.split(",")) {
    const [, name, version] = /^(.+)@(\d+)$/.exec(part.trim()) ?? [];
    if (name && version) pins[name] = Number(version);
  }
  return pins;
}

/** Pins as they stand in the address. */
export function writePins(pins: Record<string, number>): string {
  return Object.entries(pins)
    .map(([name, version]) => `${name}@${version}`)
    .join(",");
}

/** Prompts that have another version now, with both. */
export function otherVersions(replayed: Replayed): { name: string; was: number; now: number }[] {
  const found = new Map<string, { was: number; now: number }>();
  for (const layer of replayed.calls.flatMap((call) => call.layers)) {
    for (const prompt of layer.now?.prompts ?? []) {
      const before = layer.was?.prompts.find((other) => other.name === prompt.name);
      if (before?.version && prompt.version && before.version !== prompt.version) {
        found.set(prompt.name, { was: before.version, now: prompt.version });
      }
    }
  }
  return [...found].map(([name, sides]) => ({ name, ...sides }));
}

/**
 * Owns where an interval is drawn, and what it says in words. Positions are shares of the width, so that a
 * drawing needs no measuring.
 *
 * It must never say more than the interval does: one that holds 0 is no difference, however far it leans.
 */
import type { Schemas } from "~/api/client";

export type Difference = Schemas["ArmDifference"];
export type Mean = Schemas["ArmMean"];

export interface Scale {
  from: number;
  to: number;
  ticks: number[];
}

/** The scale of means: shares of a scale, from 0 to 1. */
export const MEANS: Scale = { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

const WIDEST = [0.1, 0.2, 0.4, 0.6, 0.8, 1];

/** A scale for differences with 0 in its middle, as narrow as all of them allow. */
export function around(differences: readonly Difference[]): Scale {
  const far = Math.max(0, ...differences.flatMap((one) => [Math.abs(one.low), Math.abs(one.high)]));
  const to = WIDEST.find((edge) => edge >= far) ?? 1;
  return { from: -to, to, ticks: [-to, -to / 2, 0, to / 2, to] };
}

/** The place of a value, in percent of the width; what lies beyond an end stands at it. */
export function place(value: number, { from, to }: Scale): number {
  return Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)));
}

/** `48 %`, with a sign where it is a difference: `+4 points`. */
export function percent(value: number): string {
  return `${Math.round(100 * value)} %`;
}

export function points(value: number): string {
  const rounded = Math.round(100 * value);
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : ""}${Math.abs(rounded)}`;
}

/** What a difference says. */
export function verdict(one: Difference, against: string): { tone: "good" | "bad" | "plain"; text: string } {
  const range = `${points(one.low)} to ${points(one.high)} points`;
  if (!one.is_clear) return { tone: "plain", text: `no clear difference to ${against} yet: ${range}` };
  return one.low > 0
    ? { tone: "good", text: `better than ${against}: ${range}` }
    : { tone: "bad", text: `worse than ${against}: ${range}` };
}

/** What the check of the split says. */
export function split(check: Schemas["SplitCheck"], units: number): { tone: "good" | "bad" | "plain"; text: string } {
  if (units === 0) return { tone: "plain", text: "Nobody has seen an arm yet." };
  if (check.is_as_declared) {
    return { tone: "good", text: "Units are split as the weights declare. Nothing speaks against it." };
  }
  return {
    tone: "bad",
    text: `Units are not split as the weights declare (p = ${check.p < 0.0001 ? "less than 0.0001" : check.p.toFixed(4)}). Something sorts them: do not trust the results before you know what.`,
  };
}

/** The share of an arm, in percent of all weights. */
export function shareOf(weight: number, weights: readonly number[]): number {
  const all = weights.reduce((sum, one) => sum + one, 0);
  return all === 0 ? 0 : (100 * weight) / all;
}

/**
 * Owns the shape of a flow as the service tells it, which the OpenAPI document leaves open.
 */

export interface Step {
  name: string;
  title: string;
  version: number;
  stage: string | null;
  scope: string | null;
  slots: { name: string; kind: string; required: boolean }[];
  tools: string[];
  retries: { limit: number; then: "skip" | "stop" | "handoff" };
  ends: boolean;
}

export interface Way {
  from: string;
  /** None where the flow ends. */
  to: string | null;
  /** None for the step's own `next`. */
  when: string | null;
}

export interface Flow {
  start: string | null;
  nodes: Step[];
  edges: Way[];
}

/** The name of the end in a session's state, and of its place in the graph. */
export const END = "end";

/** Where the ways out of a step lead, with the end for steps that may end without a way. */
export function waysFrom(flow: Flow, step: string): Way[] {
  const ways = flow.edges.filter((way) => way.from === step);
  const ends = flow.nodes.find((node) => node.name === step)?.ends;
  return ends && ways.length === 0 ? [{ from: step, to: null, when: null }] : ways;
}

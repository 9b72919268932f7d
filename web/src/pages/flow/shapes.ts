/**
 * Owns the shape of a flow as the service tells it, which the OpenAPI document leaves open.
 */

/** How many conversations have to do with a step. */
export interface Sessions {
  /** Have ever come to it. */
  reached: number;
  /** Are in it now. */
  here: number;
  /** Have left it. */
  went_on: number;
  /** Of those in it: had no turn for so long that they have dropped out. */
  dropped_out: number;
}

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
  sessions: Sessions;
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
  /** Conversations that have come to the end. */
  ended: number;
  /** Conversations at steps that the agent has no longer. */
  gone: ({ name: string } & Sessions)[];
  /** After so many days without a turn a conversation has dropped out. */
  quiet_days: number;
}

/** The name of the end in a session's state, and of its place in the graph. */
export const END = "end";

/** Where the ways out of a step lead, with the end for steps that may end without a way. */
export function waysFrom(flow: Flow, step: string): Way[] {
  const ways = flow.edges.filter((way) => way.from === step);
  const ends = flow.nodes.find((node) => node.name === step)?.ends;
  return ends && ways.length === 0 ? [{ from: step, to: null, when: null }] : ways;
}

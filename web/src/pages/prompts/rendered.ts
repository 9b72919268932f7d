/**
 * Owns what the service says that a change moves (`/agents/{agent}/diff`, `/prompts/diff`), as far as the
 * page shows it.
 */
export interface MovedTurn {
  /** `crisis-response`, `remember:2`, or a state of the matrix. */
  place: string;
  tokens?: { from: number; to: number; delta: number };
  layers?: { id: string; delta?: number; from?: string; to?: string }[];
  [other: string]: unknown;
}

export interface Group {
  kind: string;
  layer?: string;
  text?: string;
  places?: string[];
  [other: string]: unknown;
}

export interface Rendered {
  compared: number;
  turns: MovedTurn[];
  groups: Group[];
}

export interface Difference {
  prompts: { name: string; change: string }[];
  declared: { kind: string; name: string; change: string }[];
  cases: Rendered;
  matrix?: Rendered;
}

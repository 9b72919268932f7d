/**
 * Owns which part of live assembly is shown where a window is too narrow for all of them.
 */
export const PANES = [
  { id: "input", title: "Input" },
  { id: "layers", title: "Layers" },
  { id: "assembly", title: "Assembly" },
] as const;

export type Pane = (typeof PANES)[number]["id"];

/** The part that is shown; a wide window shows all. */
export const pane = $state<{ shown: Pane }>({ shown: "assembly" });

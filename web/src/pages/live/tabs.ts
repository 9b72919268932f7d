/**
 * Owns the views of an assembly, in the order in which they stand.
 */
export const TABS = [
  { id: "prompt", title: "Prompt" },
  { id: "payload", title: "Payload" },
  { id: "account", title: "Account" },
  { id: "compare", title: "Compare" },
] as const;

export type Tab = (typeof TABS)[number]["id"];

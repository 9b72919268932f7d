/**
 * Owns what can be written at a place of a prompt's file: keys, filters, actions and tags.
 */
import type { Outline } from "~/api/shapes";

export interface Word {
  label: string;
  detail: string;
  kind: "key" | "filter" | "action" | "tag" | "field";
  /** What is written where it is more than the label. */
  insert?: string;
}

/** The filters of the template language, in the order of docs/TEMPLATES.md. */
export const FILTERS: readonly [string, string][] = [
  ["default", "a value where there is none"],
  ["join", "a list as one text"],
  ["length", "how many there are"],
  ["lower", "small letters"],
  ["upper", "capital letters"],
  ["title", "Capitals At Words"],
  ["trim", "without white space around it"],
  ["first", "the first item"],
  ["last", "the last item"],
  ["sort", "in order"],
  ["unique", "each once"],
  ["truncate", "at most so many characters"],
  ["replace", "one text for another"],
  ["json", "as JSON"],
  ["bullets", "a list as bullet points"],
  ["date", "a time as a date"],
];

const TAGS: Word[] = [
  { label: "if", detail: "a condition", kind: "tag" },
  { label: "elif", detail: "another condition", kind: "tag" },
  { label: "else", detail: "otherwise", kind: "tag" },
  { label: "endif", detail: "ends if", kind: "tag" },
  { label: "for", detail: "each item of a list", kind: "tag", insert: "for item in " },
  { label: "endfor", detail: "ends for", kind: "tag" },
  { label: "raw", detail: "text as it stands", kind: "tag" },
  { label: "endraw", detail: "ends raw", kind: "tag" },
];

const FIELDS: Word[] = ["title", "description", "context", "actions", "when"].map((label) => ({
  label,
  detail: "",
  kind: "field",
  insert: label === "context" || label === "actions" ? `${label}: []` : `${label}: `,
}));

/** The context keys that a file declares. */
export function declared(source: string): string[] {
  const front = /^---\n([\s\S]*?)\n---/.exec(source)?.[1] ?? "";
  const inline = /^context:\s*\[([^\]]*)\]/m.exec(front)?.[1];
  const block = /^context:\s*\n((?:\s*-\s.*\n?)+)/m.exec(front)?.[1];
  const names = inline !== undefined ? inline.split(",") : (block ?? "").split("\n").map((line) => line.replace(/^\s*-/, ""));
  return names.map((name) => name.trim().replace(/^["']|["']$/g, "")).filter((name) => name !== "");
}

/** What can be written behind `before`, and how much of its end would be replaced. */
export function words(before: string, source: string, outline: Outline): { from: number; list: Word[] } | null {
  const typed = /[\w.]*$/.exec(before)?.[0] ?? "";
  const from = before.length - typed.length;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (inFront(before)) {
    if (/^context:\s*\[[^\]]*$/.test(line)) return { from, list: keys(outline) };
    if (/^actions:\s*\[[^\]]*$/.test(line)) return { from, list: actions(outline) };
    return /^\w*$/.test(line) ? { from, list: FIELDS } : null;
  }
  const open = /\{([{%])-?((?!\}\}|%\})[\s\S])*$/.exec(before);
  if (!open) return null;
  if (/\|\s*\w*$/.test(before)) return { from, list: filters() };
  if (open[1] === "%" && /\{%-?\s*\w*$/.test(before)) return { from, list: TAGS };
  return { from, list: values(source, outline) };
}

function inFront(before: string): boolean {
  return before.startsWith("---") && !/\n---[ \t]*\n/.test(before);
}

function values(source: string, outline: Outline): Word[] {
  const own = declared(source);
  const rank = (word: Word) => (own.includes(word.label) ? 0 : 1);
  const constants = Object.keys(outline.config).map((name): Word => ({ label: `config.${name}`, detail: "a constant", kind: "key" }));
  const undeclared = (word: Word): Word =>
    own.includes(word.label) ? word : { ...word, detail: `${word.detail}, not declared under context yet` };
  const listed = keys(outline).sort((one, other) => rank(one) - rank(other));
  return [...listed.map(undeclared), ...constants, { label: "now", detail: "the time of the turn", kind: "key" }];
}

function keys(outline: Outline): Word[] {
  return outline.context.map((key) => ({ label: key.name, detail: `${key.kind} from ${key.source}`, kind: "key" }));
}

function actions(outline: Outline): Word[] {
  return outline.actions.map((action) => ({ label: action.name, detail: action.description, kind: "action" }));
}

function filters(): Word[] {
  return FILTERS.map(([label, detail]) => ({ label, detail, kind: "filter" }));
}

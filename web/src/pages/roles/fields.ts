/**
 * Owns the fields of a role's `prompt_config`: what each is for, what may stand in it, and which mistakes are its own.
 *
 * It must never drop what it does not know: templates of other names are fields too.
 */
import type { ProblemError } from "~/api/problem";
import type { Json, JsonObject } from "~/api/shapes";
import { isObject } from "~/lib/schema";

export interface Field {
  /** Its way into the config. */
  path: readonly [string] | readonly [string, string];
  title: string;
  about: string;
  required: boolean;
  kind: "text" | "list";
  /** Whether variables may stand in it. */
  variables: boolean;
  rows: number;
}

export interface Group {
  title: string;
  about: string;
  fields: Field[];
}

/** The variables of templates, with what each is and what stands for it in a preview. */
export const VARIABLES: readonly { name: string; about: string; sample: Json }[] = [
  { name: "ticket.title", about: "the ticket in a few words", sample: "Reset links expire too soon" },
  { name: "ticket.description", about: "what is wanted", sample: "People say that the link in the mail no longer works after an hour.\nIt should work for a day." },
  { name: "ticket.acceptance_criteria", about: "when it is done", sample: "- A link works 24 hours after it was sent.\n- It works once." },
  { name: "ticket.tags", about: "a list; in a line it prints with commas", sample: ["login", "mail"] },
  { name: "ticket.source", about: "where the ticket came from", sample: "support" },
  { name: "chat.message", about: "what somebody writes", sample: "Where is the lifetime of a reset link set?" },
  { name: "gate.criteria", about: "what is to be judged", sample: "A link works 24 hours after it was sent, and once." },
  { name: "gate.previous_output", about: "the work that is judged", sample: "Done: links now live for a day. A test moves the clock by 23 hours." },
  { name: "global.timestamp", about: "the time; else that of the service", sample: "2026-03-02T09:00:00Z" },
  { name: "project.name", about: "the project", sample: "Larkpost" },
  { name: "git.branch", about: "the branch that is worked on", sample: "reset-links" },
  { name: "git.target_branch", about: "where the change goes", sample: "main" },
  { name: "context.documents", about: "what may help", sample: "mail.md: Reset links are made in `accounts/reset`." },
  { name: "context.memory", about: "what is remembered", sample: "Tests of mail run with a clock of their own." },
];

const text = (path: Field["path"], title: string, about: string, more: Partial<Field> = {}): Field => ({
  path,
  title,
  about,
  required: true,
  kind: "text",
  variables: true,
  rows: 6,
  ...more,
});

const GROUPS: readonly Group[] = [
  {
    title: "Who it is",
    about: "the same in every step",
    fields: [
      text(["system_prompt"], "System prompt", "Who the role is. The sealed core: no variables, never replaced, never cut.", { variables: false, rows: 12 }),
      text(["developer_prompt"], "Developer prompt", "What holds in the team, whatever the task.", { required: false, rows: 8 }),
    ],
  },
  {
    title: "What it does",
    about: "one template for each kind of step",
    fields: [
      text(["templates", "ticket_task"], "Ticket", "A task from a ticket.", { rows: 10 }),
      text(["templates", "chat_task"], "Chat", "Somebody writes; the message follows."),
      text(["templates", "gate_eval"], "Gate", "Judge work that is handed in."),
      text(["templates", "cron_task"], "Cron", "A regular look. Left out, the ticket's template is taken.", { required: false }),
    ],
  },
  {
    title: "How it answers",
    about: "the last thing that it reads",
    fields: [
      text(["output_templates", "agent_done"], "Done", "How the answer to a task ends.", { rows: 3 }),
      text(["output_templates", "gate_pass"], "Gate passed", "Up to the first colon or variable, it is what says that a gate is passed.", { rows: 2 }),
      text(["output_templates", "gate_fail"], "Gate failed", "The same for a gate that is not. The rest is the reason.", { rows: 2 }),
    ],
  },
  {
    title: "What it remembers",
    about: "one on each line; without any there is no memory",
    fields: [
      text(["memory_profile", "core_focus"], "In every project", "What this role keeps wherever it works.", { required: false, kind: "list", variables: false, rows: 3 }),
      text(["memory_profile", "project_focus"], "In this project", "What it keeps of one project.", { required: false, kind: "list", variables: false, rows: 3 }),
      text(["memory_profile", "priority_categories"], "Categories that come first", "", { required: false, kind: "list", variables: false, rows: 2 }),
    ],
  },
];

/** The fields of a config, with those for templates of other names behind them. */
export function groups(config: JsonObject): Group[] {
  const known = new Set(GROUPS.flatMap((group) => group.fields.map((field) => field.path.join("/"))));
  const others = ["templates", "output_templates"].flatMap((member) =>
    Object.keys(isObject(config[member]) ? config[member] : {})
      .filter((name) => !known.has(`${member}/${name}`))
      .map((name) => text([member, name], name, `Kept under ${member}; no step uses it.`, { required: false })),
  );
  return others.length > 0 ? [...GROUPS, { title: "Other templates", about: "kept, and used by no step", fields: others }] : [...GROUPS];
}

/** What stands in a field, as it is edited. */
export function written(config: JsonObject, field: Field): string {
  const [outer, inner] = field.path;
  const value = inner === undefined ? config[outer] : isObject(config[outer]) ? config[outer][inner] : undefined;
  if (Array.isArray(value)) return value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join("\n");
  return typeof value === "string" ? value : "";
}

/** A config with a field set. What may be left out is left out where it is empty. */
export function withField(config: JsonObject, field: Field, typed: string): JsonObject {
  const [outer, inner] = field.path;
  const items = typed.split("\n").filter((line) => line.trim() !== "");
  const value: Json | undefined = field.kind === "list" ? (items.length > 0 ? items : undefined) : typed === "" && !field.required ? undefined : typed;
  const set = (object: JsonObject, name: string): JsonObject => {
    const { [name]: _, ...rest } = object;
    // A member that was there keeps its place, so that a difference tells only what changed.
    if (value !== undefined) return { ...object, [name]: value };
    return rest;
  };
  if (inner === undefined) return set(config, outer);
  return { ...config, [outer]: set(isObject(config[outer]) ? config[outer] : {}, inner) };
}

/** The mistakes of a field. */
export function mistakes(errors: readonly ProblemError[], field: Field): ProblemError[] {
  const pointer = `/prompt_config/${field.path.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
  return errors.filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`) || error.pointer.startsWith(`${pointer}:`));
}

/** The mistakes that belong to no field of the form. */
export function others(errors: readonly ProblemError[], config: JsonObject): ProblemError[] {
  const own = new Set(groups(config).flatMap((group) => group.fields.flatMap((field) => mistakes(errors, field))));
  return errors.filter((error) => !own.has(error));
}

export interface Change {
  field: Field;
  from: string;
  to: string;
}

/** The fields that differ between two configs. */
export function changes(from: JsonObject, to: JsonObject): Change[] {
  const fields = new Map([...groups(from), ...groups(to)].flatMap((group) => group.fields.map((field) => [field.path.join("/"), field])));
  return [...fields.values()]
    .map((field) => ({ field, from: written(from, field), to: written(to, field) }))
    .filter((change) => change.from !== change.to);
}

export const STEPS = ["ticket", "chat", "gate", "cron"] as const;
export type StepKind = (typeof STEPS)[number];

const LAYERS: Record<string, string> = {
  system_prompt: "core",
  developer_prompt: "developer",
  templates: "task",
  output_templates: "output",
  memory_profile: "memory-profile",
};

const STEP_OF: Record<string, StepKind> = {
  ticket_task: "ticket",
  chat_task: "chat",
  gate_eval: "gate",
  cron_task: "cron",
  gate_pass: "gate",
  gate_fail: "gate",
  agent_done: "ticket",
};

/** The layer that a field becomes. */
export function layerOf(field: Field): string | null {
  return LAYERS[field.path[0]] ?? null;
}

/** The step in which a field is read, where it is one. */
export function stepOf(field: Field): StepKind | undefined {
  return STEP_OF[field.path[1] ?? ""];
}

/** The texts that a step is made of and in which variables may stand. */
export function texts(config: JsonObject, step: StepKind): string {
  const templates = isObject(config.templates) ? config.templates : {};
  const outputs = isObject(config.output_templates) ? config.output_templates : {};
  const named = { ticket: "ticket_task", chat: "chat_task", gate: "gate_eval", cron: "cron_task" }[step];
  const task = templates[named] ?? (step === "cron" ? templates.ticket_task : undefined);
  const answers = step === "gate" ? [outputs.gate_pass, outputs.gate_fail] : [outputs.agent_done];
  return [config.developer_prompt, task, ...answers].filter((text) => typeof text === "string").join("\n");
}

/** The variables that a text names. */
export function used(text: string): string[] {
  const tags = [...text.matchAll(/\{\{([\s\S]*?)\}\}|\{%([\s\S]*?)%\}/g)].map((match) => (match[1] ?? match[2] ?? "").replace(/"[^"]*"|'[^']*'/g, ""));
  return VARIABLES.map((variable) => variable.name).filter((name) => {
    const [root = "", member = ""] = name.split(".");
    const pattern = new RegExp(`(?<![\\w.])${root}\\s*\\.\\s*${member}(?!\\w)`);
    return tags.some((tag) => pattern.test(tag));
  });
}

/** The input of a step: values of variables as the service takes them. */
export function nested(values: Record<string, Json>): JsonObject {
  const found: JsonObject = {};
  for (const [name, value] of Object.entries(values)) {
    const [root = "", member = ""] = name.split(".");
    found[root] = { ...(isObject(found[root]) ? found[root] : {}), [member]: value };
  }
  return found;
}

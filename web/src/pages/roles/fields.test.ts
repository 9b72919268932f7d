import { expect, test } from "vitest";
import type { JsonObject } from "~/api/shapes";
import { changes, type Field, groups, mistakes, nested, others, texts, used, withField, written } from "./fields";

const config: JsonObject = {
  system_prompt: "You are kind.",
  templates: { ticket_task: "Do {{ ticket.title }}", chat_task: "Answer.", gate_eval: "Judge.", retro: "Look back." },
  output_templates: { agent_done: "Done:", gate_pass: "PASS", gate_fail: "FAIL:" },
  memory_profile: { core_focus: ["Traps", "Ways"] },
};

function field(path: string): Field {
  const found = groups(config)
    .flatMap((group) => group.fields)
    .find((field) => field.path.join("/") === path);
  if (!found) throw new Error(path);
  return found;
}

test("what a form does not know is a field too", () => {
  expect(groups(config).at(-1)?.fields.map((field) => field.path)).toEqual([["templates", "retro"]]);
  expect(groups({}).flatMap((group) => group.fields).length).toBe(12);
});

test("every field is read and written in its place, and nothing else moves", () => {
  for (const group of groups(config)) {
    for (const field of group.fields) {
      const next = withField(config, field, "One\nTwo");
      expect(written(next, field)).toBe("One\nTwo");
      expect(changes(config, next).map((change) => change.field.path)).toEqual([field.path]);
      expect(withField(next, field, written(config, field))).toMatchObject(config);
    }
  }
  expect(withField(config, field("memory_profile/core_focus"), "A\n\n  \nB\n").memory_profile).toEqual({ core_focus: ["A", "B"] });
  expect(withField(config, field("memory_profile/core_focus"), "").memory_profile).toEqual({});
  expect(withField(config, field("developer_prompt"), "")).toEqual(config);
  // What is required stays, so that the service says that it is blank.
  expect(withField(config, field("system_prompt"), "").system_prompt).toBe("");
});

test("each mistake stands at its field, and those of none are not lost", () => {
  const at = (pointer: string) => ({ pointer, code: "c", detail: pointer });
  const errors = [at("/prompt_config/templates/ticket_task"), at("/prompt_config/memory_profile/core_focus/1"), at("/prompt_config/templates/ticket"), at("/mode")];
  expect(mistakes(errors, field("templates/ticket_task"))).toEqual([errors[0]]);
  expect(mistakes(errors, field("memory_profile/core_focus"))).toEqual([errors[1]]);
  expect(mistakes(errors, field("system_prompt"))).toEqual([]);
  expect(others(errors, config)).toEqual([errors[2], errors[3]]);
});

test("two configs differ where their texts do", () => {
  const other = { ...config, system_prompt: "You are brief.", developer_prompt: "House rules." };
  expect(changes(config, other).map((change) => [change.field.title, change.from, change.to])).toEqual([
    ["System prompt", "You are kind.", "You are brief."],
    ["Developer prompt", "", "House rules."],
  ]);
  expect(changes(config, config)).toEqual([]);
  // A template that only one of them has is a difference.
  expect(changes(config, { ...config, templates: { ...(config.templates as JsonObject), retro: "" } }).map((change) => change.field.title)).toEqual(["retro"]);
});

test("variables are found in tags alone", () => {
  expect(used("{% if ticket.tags %}{{ ticket.title | default('git.branch') }}{% endif %} chat.message")).toEqual(["ticket.title", "ticket.tags"]);
  expect(used("{{ my.ticket.title }} {{ ticket.titles }} {{ context . memory }}")).toEqual(["context.memory"]);
});

test("a step is made of its own texts; a cron step without a template takes the ticket's", () => {
  expect(texts(config, "cron")).toBe("Do {{ ticket.title }}\nDone:");
  expect(texts({ ...config, developer_prompt: "Rules." }, "gate")).toBe("Rules.\nJudge.\nPASS\nFAIL:");
  expect(texts({}, "chat")).toBe("");
});

test("values of variables become the input of a step", () => {
  expect(nested({ "ticket.title": "T", "ticket.tags": ["a"], "chat.message": "Hi" })).toEqual({ ticket: { title: "T", tags: ["a"] }, chat: { message: "Hi" } });
});

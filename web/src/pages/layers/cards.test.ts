import { expect, test } from "vitest";
import type { Outline, Prompt } from "~/api/shapes";
import { cards, choices, condition, keysIn } from "./cards";

const layer = (id: string, channel: string, more: object = {}) => ({
  id, title: id, about: "", channel, header: null, when: null, optional: false, prompts: [], engine: null, shrink: "never", keep: 0, priority: 0, ...more,
});
const outline = {
  core: ["core/identity"],
  state: [
    { name: "style", schema: { enum: ["warm", "brief"] }, scope: "turn", titles: [{ value: "warm", title: "Warm", short: "W", description: "Kind." }] },
    { name: "user", schema: {}, scope: "user", titles: [] },
  ],
  context: [{ name: "memories", source: "memory.entries" }],
  calls: [
    {
      name: "reply",
      bare: false,
      core: ["policy/crisis"],
      layers: [
        layer("core", "system", { prompts: [{ name: "core/identity", when: null }, { name: "policy/crisis", when: null }] }),
        layer("style", "system", { prompts: [{ name: "style/{{ style }}", when: null }] }),
        layer("stage", "system", { prompts: [{ name: "stage/{{ stage }}/own", when: null }], when: 'user.plan == "style"' }),
        layer("rules", "system", { engine: "rules" }),
        layer("history", "history"),
        layer("memory", "turn", { prompts: [{ name: "block/memory", when: null }] }),
        layer("message", "user"),
      ],
    },
  ],
} as unknown as Outline;

const prompt = (name: string, more: object = {}) => [name, { name, title: "", description: "", required_context_keys: [], ...more }] as unknown as [string, Prompt];
const prompts = new Map([
  prompt("core/identity"),
  prompt("style/warm"),
  prompt("stage/late/own"),
  prompt("stage/early/own"),
  prompt("stage/own"),
  prompt("block/memory", { required_context_keys: ["memories"], source: '---\ntitle: Memory\nwhen: "memories | length > 0"\n---\nText' }),
]);

test("each layer says its badges, what fills it and when it changes", () => {
  const call = outline.calls[0];
  if (!call) throw new Error("there is a call");
  const told = cards(outline, call, prompts).map((card) => [card.layer.id, card.marks.map((mark) => mark.word).join(", "), card.filled, card.changes]);
  expect(told).toEqual([
    ["core", "sealed", "core/identity, policy/crisis", "only with a new version of its prompts"],
    ["style", "chosen, per turn", "style/{{ style }}", "with style, chosen each turn"],
    ["stage", "chosen, optional", "stage/{{ stage }}/own", "with user, kept for the user; stage, kept by the engine"],
    ["rules", "", "the user's style rules, screened", "when the user's rules change"],
    ["history", "per turn", "the messages so far, oldest first", "grows with every turn"],
    ["memory", "optional, per turn", "block/memory", "with memories from memory.entries"],
    ["message", "per turn", "the user's message, as it came", "every turn"],
  ]);
});

test("a name with an expression comes to a prompt for each value, and says which is missing", () => {
  const short = (written: string) => choices(written, outline, prompts).map((one) => [one.name, one.value, one.title, one.prompt !== null]);
  expect(short("style/{{ style }}")).toEqual([
    ["style/warm", "warm", "Warm", true],
    ["style/brief", "brief", "brief", false],
  ]);
  // The engine's own keys list no values: the prompts do.
  expect(short("stage/{{ stage }}/own")).toEqual([
    ["stage/early/own", "early", "early", true],
    ["stage/late/own", "late", "late", true],
  ]);
  expect(short("core/identity")).toEqual([["core/identity", null, "", true]]);
});

test("keys are names, not texts or members of others", () => {
  const known = new Set(["style", "user", "step"]);
  expect(keysIn('user.style == "style" and state.step is defined', known)).toEqual(["user", "step"]);
  expect(keysIn("my_style and styles", known)).toEqual([]);
});

test("a prompt's own condition is read from its front matter alone", () => {
  expect(condition(prompts.get("block/memory") ?? null)).toBe("memories | length > 0");
  expect(condition({ source: "Text\n---\nwhen: x\n---\n" } as Prompt)).toBeNull();
  expect(condition(null)).toBeNull();
});

import { expect, test } from "vitest";
import { Problem } from "~/api/problem";
import type { Manifest, Origin, Outline, PlayedCase } from "~/api/shapes";
import { choices } from "./base";
import { placed } from "./place";
import { pairs } from "./refusal";
import { next, type Talk } from "./talk.svelte";
import { Turn } from "./turn.svelte";
import { way } from "./way";

const outline = {
  agent: "my agent",
  cases: [{ name: "first" }, { name: "second" }],
  context: [
    { name: "user_name", source: "state.user.name" },
    { name: "documents", source: "http" },
  ],
  state: [
    { name: "style", schema: { enum: ["warm", "brief"] }, default: "warm", titles: [] },
    { name: "approach", schema: { enum: ["act"] }, titles: [] },
    { name: "incognito", schema: { type: "boolean" }, default: false, titles: [] },
    { name: "user", schema: { type: "object" }, titles: [] },
  ],
} as unknown as Outline;

const manifest = {
  call: "reply",
  context: [
    { key: "user_name", source: "default" },
    { key: "memories", source: "memory.entries" },
    { key: "style_name", source: "style | upper" },
    { key: "guides", source: "config.guides[style]" },
    { key: "documents", source: "http" },
  ],
} as unknown as Manifest;

const talk = { session: { id: "s1", user: "mara", turns: 3 }, turnOf: (at: number) => (at < 4 ? 2 : undefined) } as unknown as Talk;

test.each<[Origin, boolean, string, string]>([
  [{ from: "prompt", name: "core/identity", version: 3, span: [] }, false, "open version 3 in the editor", "/prompts/my%20agent/core/identity?version=3"],
  [{ from: "prompt", name: "core/identity", version: null, span: [] }, false, "open the prompt in the editor", "/prompts/my%20agent/core/identity"],
  [{ from: "agent", name: "layers/rules/header", span: [] }, false, "open the layers", "/agents/my%20agent/layers?call=reply&open=rules"],
  [{ from: "agent", name: "actions/add", span: [] }, false, "open the layers", "/agents/my%20agent/layers?call=reply"],
  [{ from: "message", span: [] }, false, "go to the message", "message"],
  [{ from: "config", span: [] }, false, "go to the constants", "config"],
  [{ from: "history", index: 3, span: [] }, false, "go to message 4", "history.3"],
  [{ from: "history", index: 3, span: [] }, true, "open turn 2 of the conversation", "/sessions/s1?turn=2"],
  [{ from: "history", index: 4, span: [] }, true, "open the conversation", "/sessions/s1"],
  // Where a key stands at its default, its own declaration says where a value would come from.
  [{ from: "context", name: "user_name", span: [] }, false, "go to the state", "state.user.name"],
  [{ from: "context", name: "memories", span: [] }, false, "go to the memory", "memory"],
  [{ from: "context", name: "memories", span: [] }, true, "open what is remembered of mara", "/memory?user=mara"],
  [{ from: "context", name: "style_name", span: [] }, false, "go to the state", "state.style"],
  [{ from: "context", name: "guides", span: [] }, false, "go to the config", "config"],
] as unknown as [Origin, boolean, string, string][])("%o in a conversation: %s", (origin, inTalk, label, place) => {
  const turn = inTalk ? { talk, next: true } : { talk: null, next: false };
  const found = way(origin, { outline, manifest, turn });
  expect([found?.label, found?.href ?? found?.field]).toEqual([label, place]);
});

test("what nobody wrote has no way", () => {
  const around = { outline, manifest, turn: { talk: null, next: false } };
  for (const origin of [null, { from: "engine" }, { from: "round", index: 0 }, { from: "context", name: "documents" }]) {
    expect(way(origin as unknown as Origin, around)).toBeNull();
  }
});

test("the address says what is looked at, and nothing else does", () => {
  const at = (query: string) => placed(new URLSearchParams(query), outline);
  expect(at("")).toEqual({ session: "", case: "first", turn: 1, state: {} });
  expect(at("case=second&turn=3")).toEqual({ session: "", case: "second", turn: 3, state: {} });
  expect(at("case=&state=%7B%22style%22%3A%22brief%22%7D")).toEqual({ session: "", case: "", turn: 1, state: { style: "brief" } });
  expect(at("case=&state=no+json&turn=-4")).toEqual({ session: "", case: "", turn: 1, state: {} });
  // A conversation without a turn is its next one; a case beside it does not count.
  expect(at("session=s1&case=second")).toEqual({ session: "s1", case: "", turn: 0, state: {} });
  expect(at("session=s1&turn=2")).toEqual({ session: "s1", case: "", turn: 2, state: {} });
});

test("the next turn of a conversation is given nothing that is stored", () => {
  const input = { message: "Hi", state: { a: 1 }, history: [], memory: {}, now: "x", unit: "u", id: "i", pins: { p: 2 } };
  expect(next("s1", input)).toEqual({ session: "s1", message: "Hi", pins: { p: 2 } });
});

test("a turn is stepped through, changed and taken back", () => {
  const turn = new Turn();
  const played = { name: "c", title: "Case", turns: [{ input: { message: "one" } }, { input: { message: "two" }, call: "crisis" }] };
  turn.take(played as unknown as PlayedCase, 2, { state: { style: "brief" } });
  expect([turn.title, turn.call, turn.edited, turn.place, turn.places]).toEqual(["Case, turn 2", "crisis", true, 2, 2]);
  turn.back();
  expect([turn.input, turn.edited]).toEqual([{ message: "two" }, false]);
  turn.set("message", "other");
  expect(turn.edited).toBe(true);
  turn.set("message", "two");
  expect(turn.edited).toBe(false);
  // Whoever comes from the matrix has changed nothing yet.
  turn.take(null, 1, { state: { style: "brief", approach: "act" } });
  expect([turn.input, turn.edited]).toEqual([{ state: { style: "brief", approach: "act" } }, false]);
  turn.set("state", { approach: "act" });
  expect(turn.edited).toBe(true);
  turn.set("state", { approach: "act", style: "brief" });
  expect(turn.edited).toBe(false);
  turn.takeTalk({ ...talk, title: "Conversation with mara", leave: () => {} } as unknown as Talk, 0);
  expect([turn.title, turn.next, turn.place, turn.places, turn.turns]).toEqual(["Conversation with mara, next turn", true, 4, 4, 3]);
  expect(turn.request()).toEqual({ session: "s1", include: ["manifest"] });
});

test("what can be compared: other turns, and keys that stand on a few values", () => {
  const turn = new Turn();
  turn.take({ name: "c", title: "", turns: [{}, {}, {}] } as unknown as PlayedCase, 2);
  expect(choices(turn, outline)).toEqual({
    before: 1,
    turns: [1, 3],
    keys: [
      { name: "style", values: ["warm", "brief"], titles: [] },
      { name: "approach", values: ["act", null], titles: [] },
      { name: "incognito", values: [false, true], titles: [] },
    ],
  });
  turn.takeTalk(talk, 0);
  expect(choices(turn, outline)).toEqual({ before: 3, turns: [1, 2, 3], keys: [] });
});

test("a refusal is read as two values; anything else stays a problem", () => {
  const problem = (...errors: { code: string; detail: string }[]) =>
    new Problem({ status: 422, code: "request.invalid", title: "no", errors: errors.map((error) => ({ pointer: "/state", ...error })) } as never);
  const compat = { code: "state.compat", detail: "style `warm` does not go with crisis.level `3`" };
  expect(pairs(problem(compat))).toEqual([[{ key: "style", value: "warm" }, { key: "crisis.level", value: "3" }]]);
  expect(pairs(problem(compat, { code: "state.type", detail: "no" }))).toBeNull();
  expect(pairs(problem({ code: "state.compat", detail: "in other words" }))).toBeNull();
  expect(pairs(problem())).toBeNull();
});

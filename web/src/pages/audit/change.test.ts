import { expect, test } from "vitest";
import { answers, roleOf, side, subject, type Change } from "./change";

const change = (over: Partial<Change>): Change => ({
  epoch: 7,
  at: "2026-01-01T00:00:00Z",
  actor: "first",
  action: "create",
  kind: "prompt",
  subject: "support/task/reply",
  before: "",
  after: "2 b3:0123456789abcdef",
  note: "shorter",
  hash: "b3:ff",
  ...over,
});

test("versions are told as versions, and hashes in short", () => {
  expect([side("2 b3:0123456789abcdef"), side("b3:0123456789abcdef"), side("3"), side("stopped"), side("")]).toEqual([
    "version 2, 0123456789",
    "0123456789",
    "version 3",
    "stopped",
    "",
  ]);
});

test("a change leads to what was changed, where there is a page for it", () => {
  expect(subject(change({}))).toBe("/prompts/support/task/reply?version=2");
  expect(subject(change({ after: "" }))).toBe("/prompts/support/task/reply");
  expect(subject(change({ kind: "key", subject: "id" }))).toBeNull();
});

test("a role is told by its name where it is known", () => {
  const names = new Map([["01-ab", "ours"]]);
  expect(roleOf(change({ kind: "role", subject: "01-ab" }), names)).toBe("ours");
  expect(roleOf(change({ kind: "role", subject: "01-cd" }), names)).toBeNull();
  expect(roleOf(change({ subject: "01-ab" }), names)).toBeNull();
  expect(subject(change({ kind: "role", subject: "01-ab@3" }))).toBe("/roles/01-ab");
});

test("all words have to stand in a change", () => {
  expect(answers(change({}), "Support SHORTER")).toBe(true);
  expect(answers(change({}), "support longer")).toBe(false);
});

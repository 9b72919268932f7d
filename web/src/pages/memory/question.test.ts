import { expect, test } from "vitest";
import { question, type Filter, type Memory } from "./question";

const filter = (over: Partial<Filter>): Filter => ({ q: "", view: "all", scope: "", owner: "", user: "", category: "", ...over });
const memory = (over: Partial<Memory>): Memory => ({
  id: "1",
  kind: "semantic",
  scope: "user",
  owner: "mara",
  user: "mara",
  category: "family",
  text: "Has a sister named Sarah.",
  status: "active",
  version: 1,
  created_at: "",
  updated_at: "",
  ...over,
});

test("what the service can filter by is left to it", () => {
  const asked = question(filter({ view: "rules", user: "mara", category: "style" }));
  expect(asked.list).toEqual({ user: "mara", kind: "procedural", category: "style", status: undefined });
  expect([asked.keep, asked.search]).toEqual([null, undefined]);
  expect(question(filter({ view: "dropped" })).list.status).toBe("dropped");
});

test("words of one owner are ranked by the service, and its other filters hold on", () => {
  const asked = question(filter({ q: " sister ", user: "mara", view: "facts" }));
  expect(asked.search).toEqual({ q: "sister", scope: "user", owner: "mara" });
  expect(asked.keep?.(memory({}))).toBe(true);
  expect(asked.keep?.(memory({ kind: "episodic" }))).toBe(false);
  expect(question(filter({ q: "x", scope: "project", owner: "dev/shop" })).search?.owner).toBe("dev/shop");
});

test("words without an owner are looked for in every row", () => {
  const asked = question(filter({ q: "SARAH sister" }));
  expect(asked.search).toBeUndefined();
  expect(asked.keep?.(memory({}))).toBe(true);
  expect(asked.keep?.(memory({ text: "Has a sister." }))).toBe(false);
});

test("a scope without an owner is looked for by the page, for the service takes both or none", () => {
  const asked = question(filter({ scope: "core" }));
  expect(asked.list.scope).toBeUndefined();
  expect(asked.keep?.(memory({}))).toBe(false);
  expect(asked.keep?.(memory({ scope: "core" }))).toBe(true);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Outline } from "~/api/shapes";
import { declared, FILTERS, words } from "./words";

const outline = {
  context: [
    { name: "memories", kind: "array", source: "memory.entries" },
    { name: "user_name", kind: "string", source: "state.user.name" },
  ],
  actions: [{ name: "remember", description: "Keep it." }],
  config: { company: "Acme" },
} as unknown as Outline;

const labels = (before: string, source = before) => words(before, source, outline)?.list.map((word) => word.label);

test("the filters are those of the language", () => {
  const source = readFileSync(new URL("../../../../../docs/TEMPLATES.md", import.meta.url), "utf8");
  for (const [name] of FILTERS) expect(source).toContain(`\`${name}`);
  expect(FILTERS).toHaveLength(16);
});

test("what a file declares is found in both forms", () => {
  expect(declared('---\ncontext: [a, "b"]\n---\ntext')).toEqual(["a", "b"]);
  expect(declared("---\ntitle: x\ncontext:\n  - a\n  - b\nactions: [c]\n---\n")).toEqual(["a", "b"]);
  expect(declared("no front matter\ncontext: [a]")).toEqual([]);
});

test("every place offers what can stand there", () => {
  const front = "---\ncontext: [user_name]\n---\n";
  expect(labels(`${front}Hi {{ `)).toEqual(["user_name", "memories", "config.company", "now"]);
  expect(labels(`${front}Hi {{ user_name | `)?.slice(0, 2)).toEqual(["default", "join"]);
  expect(labels(`${front}{% `)).toContain("endfor");
  expect(labels(`${front}{% if mem`)).toContain("memories");
  expect(labels(`${front}Hi {{ user_name }} mem`)).toBeUndefined();
  expect(labels("---\ncontext: [me")).toEqual(["memories", "user_name"]);
  expect(labels("---\nactions: [")).toEqual(["remember"]);
  expect(labels("---\nti")).toContain("title");
  expect(labels("---\ntitle: so")).toBeUndefined();
});

test("what is replaced is the word that was begun", () => {
  const before = "{{ user_na";
  expect(words(before, before, outline)?.from).toBe(3);
});

import { expect, test } from "vitest";
import { block, body } from "./front";
import { type Flow, waysFrom } from "./shapes";
import { counted, SILENT } from "./standing";

const source = `---
title: Volume
slots:
  volume:
    type: integer
scripts:
  entry: [How many?]
  retry:
    invalid: [Roughly?]

retries: {limit: 1, then: skip}
logic:
- when: slots.volume >= 10
  to: enterprise
next: team
---
Never quote a price.
next: not this one
`;

test("the lines of a key are its own, and those of the next are not", () => {
  expect(block(source, "scripts")).toBe("entry: [How many?]\nretry:\n  invalid: [Roughly?]");
  expect(block(source, "retries")).toBe("{limit: 1, then: skip}");
  expect(block(source, "logic")).toBe("- when: slots.volume >= 10\n  to: enterprise");
  expect(block(source, "next")).toBe("team");
  expect(block(source, "tools")).toBe("");
  expect(block("no front matter", "title")).toBe("");
  expect(body(source)).toBe("Never quote a price.\nnext: not this one");
});

test("conversations are counted where they stand, and who has been silent for a day", () => {
  const now = Date.parse("2026-06-02T12:00:00Z");
  const at = (step: unknown, ago: number) => ({ state: step === undefined ? {} : { step }, updated_at: new Date(now - ago).toISOString() }) as never;
  const found = counted([at("plan", 0), at("plan", SILENT + 1), at("plan", SILENT), at("end", 0), at(undefined, 0), at("team", 5)], now);
  expect(found).toEqual({
    looked: 6,
    ended: 1,
    steps: new Map([
      ["plan", { here: 3, silent: 1 }],
      ["team", { here: 1, silent: 0 }],
    ]),
  });
});

test("a step that only ends has the end as its way", () => {
  const node = { title: "", version: 1, stage: null, scope: null, slots: [], tools: [], retries: { limit: 1, then: "skip" as const } };
  const flow: Flow = {
    start: "a",
    nodes: [
      { ...node, name: "a", ends: false },
      { ...node, name: "b", ends: true },
    ],
    edges: [{ from: "a", to: "b", when: null }],
  };
  expect(waysFrom(flow, "a")).toEqual([{ from: "a", to: "b", when: null }]);
  expect(waysFrom(flow, "b")).toEqual([{ from: "b", to: null, when: null }]);
});

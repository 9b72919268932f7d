import { expect, test } from "vitest";
import { block, body } from "./front";
import { type Flow, waysFrom } from "./shapes";

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

test("a step that only ends has the end as its way", () => {
  const node = { title: "", version: 1, stage: null, scope: null, slots: [], tools: [], retries: { limit: 1, then: "skip" as const }, sessions: { reached: 0, here: 0, went_on: 0, dropped_out: 0 } };
  const flow: Flow = {
    start: "a",
    nodes: [
      { ...node, name: "a", ends: false },
      { ...node, name: "b", ends: true },
    ],
    edges: [{ from: "a", to: "b", when: null }],
    ended: 0,
    gone: [],
    quiet_days: 7,
  };
  expect(waysFrom(flow, "a")).toEqual([{ from: "a", to: "b", when: null }]);
  expect(waysFrom(flow, "b")).toEqual([{ from: "b", to: null, when: null }]);
});

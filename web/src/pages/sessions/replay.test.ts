import { expect, test } from "vitest";
import type { LookedTurn } from "./conversation.svelte";
import { otherVersions, readPins, used, writePins, type Replayed } from "./replay";

test("pins come out of the address as they went in", () => {
  const pins = { "response/supportive": 2, sentinel: 11 };
  expect(readPins(writePins(pins))).toEqual(pins);
  expect(readPins("")).toEqual({});
  expect(readPins("no version, a@x, b@3")).toEqual({ b: 3 });
});

test("the core is not offered: nothing replaces it", () => {
  const layer = (sealed: boolean, name: string, version: number | null) => ({ sealed, prompts: [{ name, version }] });
  const layers = [layer(true, "core/identity", 1), layer(false, "task/reply", 4), { sealed: false }];
  const turn = { calls: [{ manifest: { layers } }, { manifest: { layers } }] } as unknown as LookedTurn;
  expect(used(turn)).toEqual([{ name: "task/reply", version: 4 }]);
});

test("prompts that have another version are found, each once", () => {
  const side = (version: number) => ({ status: "included", tokens: 1, prompts: [{ name: "task/reply", version }] });
  const call = { call: "reply", status: "changed", release: { was: "a", now: "b" }, tokens: { was: 1, now: 2 } };
  const layers = [
    { id: "task", was: side(1), now: side(2) },
    { id: "again", was: side(1), now: side(2) },
    { id: "memory", was: null, now: side(3) },
  ];
  const replayed = { calls: [{ ...call, layers }] } as unknown as Replayed;
  expect(otherVersions(replayed)).toEqual([{ name: "task/reply", was: 1, now: 2 }]);
});

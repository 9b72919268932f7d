import { expect, test } from "vitest";
import { before } from "./back";

const moved = (...list: [string, number | null, string?][]) =>
  list.map(([how, to, label = "production"], at) => ({ how, to, label, epoch: at + 1 })).reverse();
const stored = new Set([1, 2, 3]);

test("a rollback goes to what was active before", () => {
  const moves = moved(["activate", 1], ["activate", 2], ["label", 3, "staging"], ["activate", 3]);
  expect(before(moves, 3, stored)).toBe(2);
  expect(before(moves, 3, new Set([1, 3]))).toBe(1);
});

test("another one goes back further, until nothing is left", () => {
  const once = moved(["activate", 1], ["activate", 2], ["activate", 3], ["rollback", 2]);
  expect(before(once, 2, stored)).toBe(1);
  const twice = moved(["activate", 1], ["activate", 2], ["activate", 3], ["rollback", 2], ["rollback", 1]);
  expect(before(twice, 1, stored)).toBe(null);
  expect(before(moved(["activate", 1]), 1, stored)).toBe(null);
});

test("what is no longer active is gone back to", () => {
  expect(before(moved(["activate", 1], ["deactivate", null]), null, stored)).toBe(1);
});

import { expect, test } from "vitest";
import { unified } from "./difference";
import { moved } from "./format";

test("what changed within the lines of a unified difference is marked", () => {
  const lines = unified("--- a\n+++ b\n@@ -1,3 +1,3 @@\n same\n-Be very kind.\n+Be quite kind.\n end\n");
  expect(lines.map((line) => line.sign)).toEqual(["@", "same", "old", "new", "same"]);
  const changed = (at: number) => lines[at]?.pieces.filter((piece) => piece.changed).map((piece) => piece.text);
  expect([changed(2), changed(3)]).toEqual([["very"], ["quite"]]);
  expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(""))).toEqual(["@ -1,3 +1,3 @@", "same", "Be very kind.", "Be quite kind.", "end"]);
});

test("lines that only come, only go, or are empty stay whole", () => {
  const lines = unified("@@ -1 +1,2 @@\n-\n-old\n+new\n+\n \n+more\n-gone");
  expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(""))).toEqual(["@ -1 +1,2 @@", "", "old", "new", "", "", "more", "gone"]);
});

test("a difference of tokens has its unit", () => {
  expect([moved(7), moved(-1), moved(1234)]).toEqual(["+7 tokens", "−1 token", "+1,234 tokens"]);
});

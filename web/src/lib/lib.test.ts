import { describe, expect, test } from "vitest";
import { filled, match } from "./address";
import { ByteText } from "./bytes";
import { compare, near } from "./difference";
import { ago, signed } from "./format";
import { score, search } from "./fuzzy";
import { leaves, says } from "./leaves";
import { at } from "./pointer";
import { kind, numbered, withMember } from "./schema";

describe("addresses", () => {
  test("a pattern takes out its parts, and only of its own addresses", () => {
    expect(match("/agents/:agent/live", "/agents/sup%20port/live")).toEqual({ agent: "sup port" });
    expect(match("/agents/:agent/live", "/agents/support")).toBeNull();
    expect(match("/agents/:agent/live", "/agents//live")).toBeNull();
    expect(match("/prompts", "/prompts/")).toEqual({});
    expect(match("/prompts", "/prompts/support/sentinel")).toBeNull();
    expect(match("/prompts/:agent/*name", "/prompts/support/response/reflective")).toEqual({
      agent: "support",
      name: "response/reflective",
    });
    expect(match("/prompts/:agent/*name", "/prompts/support")).toBeNull();
    expect(match("/agents/:agent/live", "/agents/%/live")).toEqual({ agent: "%" });
  });

  test("what was filled in comes out again", () => {
    const params = { agent: "a/b?", name: "response/ä #1" };
    expect(match("/prompts/:agent/*name", filled("/prompts/:agent/*name", params))).toEqual(params);
  });
});

describe("bytes", () => {
  test("pieces of a text by their bytes", () => {
    const text = new ByteText("aé😀z");
    expect(text.length).toBe(8);
    expect([text.slice(0, 1), text.slice(1, 3), text.slice(3, 7), text.slice(7, 8)]).toEqual(["a", "é", "😀", "z"]);
    expect([text.at(1), text.at(3), text.at(7)]).toEqual([1, 2, 4]);
  });

  test("a text of ASCII is its own bytes", () => {
    const text = new ByteText("plain");
    expect(text.slice(1, 3)).toBe("la");
    expect(text.at(9)).toBe(5);
  });
});

describe("differences", () => {
  test("a changed line is told with what changed in it", () => {
    expect(compare("one\ntwo three\n", "one\ntwo four\n")).toEqual([
      { sign: "same", from: 1, to: 1, pieces: [{ text: "one", changed: false }] },
      {
        sign: "old",
        from: 2,
        to: null,
        pieces: [
          { text: "two ", changed: false },
          { text: "three", changed: true },
        ],
      },
      {
        sign: "new",
        from: null,
        to: 2,
        pieces: [
          { text: "two ", changed: false },
          { text: "four", changed: true },
        ],
      },
    ]);
  });

  test("both texts can be read off it", () => {
    const [from, to] = ["a\nb\n\nc d\ne", "a\n\nb\nc x\nz\n"];
    const side = (sign: "old" | "new") =>
      compare(from, to)
        .filter((row) => row.sign === "same" || row.sign === sign)
        .map((row) => row.pieces.map((piece) => piece.text).join(""))
        .join("\n");
    expect(side("old")).toBe(from);
    expect(side("new")).toBe(to.trimEnd());
  });

  test("what did not change is folded away", () => {
    const from = Array.from({ length: 20 }, (_, line) => `line ${line}`).join("\n");
    const shown = near(compare(from, from.replace("line 10", "other")), 2);
    expect(shown.filter((row) => typeof row === "number")).toEqual([8, 7]);
    expect(shown).toHaveLength(8);
  });
});

test("searching finds whole names first, then beginnings of words", () => {
  const names = ["core/identity", "response/crisis_response", "policy/crisis", "block/exercise"];
  expect(search("crisis", names, (name) => name)).toEqual(["policy/crisis", "response/crisis_response"]);
  expect(search("pc", names, (name) => name)[0]).toBe("policy/crisis");
  expect(score("zz", "core/identity")).toBe(0);
});

test("numbers and times are written for people", () => {
  expect([signed(1200), signed(-3), signed(0)]).toEqual(["+1,200", "−3", "0"]);
  const now = Date.parse("2026-03-01T12:00:00Z");
  expect(ago("2026-03-01T11:55:00Z", now)).toBe("5 minutes ago");
  expect(ago("2026-03-01T11:59:40Z", now)).toBe("just now");
});

test("pointers find what the service points at", () => {
  const payload = { messages: [{ content: "hi", "a/b": { "c~d": 1 } }] };
  expect(at(payload, "/messages/0/content")).toBe("hi");
  expect(at(payload, "/messages/0/a~1b/c~0d")).toBe(1);
  expect(at(payload, "/messages/3/content")).toBeUndefined();
  expect(at(payload, "")).toBe(payload);
});

test("a form knows what edits a value", () => {
  expect(kind({ enum: ["a"] })).toBe("choice");
  expect(kind({ type: ["integer", "null"] })).toBe("integer");
  expect(kind({ type: "array", items: { type: "string" } })).toBe("list");
  expect(kind({ type: "array", items: { type: "object" } })).toBe("json");
  expect(kind({ type: "object", properties: {} })).toBe("object");
  expect(kind({})).toBe("json");
  expect([numbered("3", true), numbered("3.5", true), numbered("x", false), numbered(" ", false)]).toEqual([
    3,
    undefined,
    undefined,
    undefined,
  ]);
  expect(withMember({ a: 1, b: 2 }, "a", undefined)).toEqual({ b: 2 });
});

test("a state is told value by value, and what is empty can be left out", () => {
  const state = { a: { b: 1, c: { d: null } }, e: [], f: {}, g: ["x", { y: 1 }], h: "" };
  expect(leaves(state)).toEqual([
    { path: "a.b", value: 1 },
    { path: "a.c.d", value: null },
    { path: "e", value: [] },
    { path: "f", value: {} },
    { path: "g", value: ["x", { y: 1 }] },
    { path: "h", value: "" },
  ]);
  expect(leaves(state).filter(says).map((leaf) => leaf.path)).toEqual(["a.b", "g"]);
  expect(leaves(null)).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { column, dollars, duration, entry, totals } from "./entry";
import { textOf, type Made, type StoredTurn } from "./record";
import { changes, same, shown, size } from "./states";

describe("states", () => {
  test("what the gate set for a turn alone is told, though it is gone behind it", () => {
    const before = { approach: "act", crisis: { level: 0 }, style: "calm", last: 0 };
    const within = { approach: "pfa", crisis: { level: 3 }, style: "calm", last: 3 };
    expect(changes(before, within, { approach: "act", last: 3 })).toEqual([
      { path: "approach", before: "act", within: "pfa", after: "act", kept: true },
      { path: "crisis.level", before: 0, within: 3, after: undefined, kept: false },
      { path: "last", before: 0, within: 3, after: 3, kept: true },
    ]);
  });

  test("differences go as deep as values are alike in kind", () => {
    const before = { list: [{ id: 1, name: "a" }], slots: null, held: 1 };
    const after = { list: [{ id: 1, name: "b" }, { id: 2, name: "c" }], slots: { volume: 3 } };
    expect(changes(before, after, after)).toEqual([
      { path: "list[0].name", before: "a", within: "b", after: "b", kept: true },
      { path: "list[1]", before: undefined, within: { id: 2, name: "c" }, after: { id: 2, name: "c" }, kept: true },
      { path: "slots", before: null, within: { volume: 3 }, after: { volume: 3 }, kept: true },
      { path: "held", before: 1, within: undefined, after: undefined, kept: false },
    ]);
  });

  test("equal states have no difference, in whatever order they are", () => {
    const state = { a: [1, { b: null }], c: "x" };
    expect(changes(state, { c: "x", a: [1, { b: null }] }, state)).toEqual([]);
    expect(same({ a: 1 }, { b: 1 })).toBe(false);
    expect([size(state), size({}), size(undefined)]).toEqual([3, 1, 0]);
    expect([shown("x"), shown(undefined), shown([1])]).toEqual(["“x”", "not set", "[1]"]);
  });
});

describe("turns", () => {
  const made = (over: Partial<Made>): Made => ({
    call: "reply",
    answered_by: "openai-chat",
    provider: "openai-chat",
    model: "gpt-5.4",
    tokens: 100,
    latency_ms: 20,
    ...over,
  });

  test("what all calls came to together", () => {
    const cost = { total: 0.002, answer: 0.001, layers: {}, overhead: 0 };
    expect(totals([made({}), made({ cost }), made({ cost })])).toEqual({ tokens: 300, latency: 60, cost: 0.004 });
    expect(totals([made({})]).cost).toBeNull();
  });

  test("a turn in a few facts", () => {
    const turn = {
      n: 2,
      created_at: "2026-01-01T00:00:00Z",
      status: "done",
      input: { id: "SESSION 2", message: [{ type: "text", text: "Look" }, { type: "image", url: "x" }], actions: [] },
      outcome: {
        call: "reply",
        said: [{ by: "model", text: "Hm" }],
        decision: { step: "volume", decision: "stay", reason: "missing", to: "volume" },
        actions: [{ name: "a", status: "done" }, { name: "b", status: "refused", reason: "no" }],
      },
      calls: [made({})],
    } as unknown as StoredTurn;
    expect(entry(turn)).toEqual({
      n: 2,
      at: "2026-01-01T00:00:00Z",
      message: "Look\n[image]",
      pressed: [],
      said: [{ by: "model", text: "Hm" }],
      call: "reply",
      background: false,
      status: "done",
      decision: "volume: stay",
      taken: 1,
      refused: 1,
      tokens: 100,
      latency: 20,
      cost: null,
      costs: [null],
      by: ["openai-chat"],
    });
    const behind = { ...turn, input: { id: "SESSION 2 sentinel" }, outcome: null, status: "requires_action" };
    expect(entry(behind as StoredTurn)).toMatchObject({ background: true, status: "requires_action", said: [], decision: "" });
    expect(textOf(null)).toBe("");
  });

  test("money of one column has the same places", () => {
    expect(column([0.0041, 0.00012, null, 0])).toEqual(["$0.00410", "$0.00012", "", "$0.00000"]);
    expect(column([12.3, 0.05, undefined])).toEqual(["$12.300", "$0.050", ""]);
    expect(column([0.000000123, 2])).toEqual(["$0.000000", "$2.000000"]);
    expect(column([])).toEqual([]);
  });

  test("money and time have as many places as they take", () => {
    expect([dollars(0), dollars(0.00042), dollars(0.05), dollars(12.3)]).toEqual(["$0", "$0.00042", "$0.050", "$12.30"]);
    expect([duration(84.4), duration(2_440)]).toEqual(["84 ms", "2.4 s"]);
  });
});

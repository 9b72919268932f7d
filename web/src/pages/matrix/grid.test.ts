import { expect, test } from "vitest";
import type { Json, StateKey } from "~/api/shapes";
import { called, type Cell, chosen, counted, grids, input, type Matrix, moved, standing } from "./grid";

const axes = [
  { key: "style", values: ["warm", "brief"], default: "brief", read_by: [] },
  { key: "crisis.level", values: [0, 1, 2], default: 0, read_by: [] },
  { key: "approach", values: ["act", null], default: null, read_by: [] },
];

/** A cell whose tokens say where it stands: 100 for the style, 10 for the level, 1 for the approach. */
function cell(style: number, level: number, approach: number): Cell {
  const from = { style: axes[0]?.values[style] as Json, crisis: { level }, approach: axes[2]?.values[approach] as Json };
  const state = level === 2 ? { ...from, style: "warm" } : from;
  return { from, state, status: level === 1 ? "refused" : "allowed", reason: "", call: "reply", tokens: level === 1 ? null : style * 100 + level * 10 + approach };
}

const cells: Cell[] = [];
for (const style of [0, 1]) for (const level of [0, 1, 2]) for (const approach of [0, 1]) cells.push(cell(style, level, approach));
const matrix: Matrix = { agent: "a", axes, held: [], cells, summary: { allowed: 8, refused: 4, missing: 0, distinct: 8, calls: {} } };

test("the longest axes are rows and columns, in the order of the agent's state, unless others are asked for", () => {
  expect(chosen(axes, {})).toEqual({ rows: "style", columns: "crisis.level", third: null, held: {} });
  expect(chosen(axes, { rows: "approach", third: "style" })).toEqual({ rows: "approach", columns: "crisis.level", third: "style", held: {} });
  expect(chosen(axes, { columns: "style" })).toMatchObject({ rows: "crisis.level", columns: "style" });
  expect(chosen(axes, { rows: "style", columns: "style", third: "nothing" })).toMatchObject({ rows: "style", columns: "crisis.level", third: null });
  expect(chosen(axes.slice(0, 1), {})).toEqual({ rows: "style", columns: null, third: null, held: {} });
});

test("each combination has its own cell, and the keys that are not shown stand where they were put", () => {
  const tokens = (choice: Parameters<typeof grids>[1]) => grids(matrix, choice).map((grid) => grid.rows.map((row) => row.cells.map((cell) => cell.tokens)));
  expect(tokens({ rows: "style", columns: "crisis.level", third: null, held: {} })).toEqual([
    [
      [1, null, 21],
      [101, null, 121],
    ],
  ]);
  expect(tokens({ rows: "approach", columns: "style", third: null, held: { "crisis.level": 2 } })).toEqual([
    [
      [20, 120],
      [21, 121],
    ],
  ]);
  const third = grids(matrix, { rows: "approach", columns: null, third: "crisis.level", held: {} });
  expect(third.map((grid) => [grid.third, grid.rows.map((row) => row.cells.length)])).toEqual([
    [0, [1, 1]],
    [1, [1, 1]],
    [2, [1, 1]],
  ]);
  // All tables of three keys together are all cells, each once.
  const whole = grids(matrix, { rows: "style", columns: "crisis.level", third: "approach", held: {} });
  const all = whole.flatMap((grid) => grid.rows.flatMap((row) => row.cells));
  expect(new Set(all)).toEqual(new Set(cells));
  expect(all.length).toBe(cells.length);
});

test("what the gate moved is told, also within a mapping", () => {
  expect(moved(cell(1, 2, 0), axes)).toEqual([{ key: "style", to: "warm" }]);
  expect(moved(cell(0, 2, 0), axes)).toEqual([]);
  expect(moved({ ...cell(0, 0, 1), state: { style: "warm", crisis: { level: 3 }, approach: "act" } }, axes)).toEqual([
    { key: "crisis.level", to: 3 },
    { key: "approach", to: "act" },
  ]);
});

test("a state goes into a turn without what is none", () => {
  expect(input({ style: "warm", approach: null, crisis: { level: null }, exercise: { step: 0, name: null } })).toEqual({ style: "warm", exercise: { step: 0 } });
});

test("values have their titles, and none is none", () => {
  const keys = [{ name: "style", titles: [{ value: "warm", title: "Warm", short: "W", description: "Kind." }] }] as unknown as StateKey[];
  expect(called("warm", "style", keys)).toEqual({ title: "Warm", short: "W", description: "Kind." });
  expect(called("brief", "style", keys)).toEqual({ title: "brief", short: "brief", description: "" });
  expect(called(2, "crisis.level", keys).title).toBe("2");
  expect(called(null, "approach", keys)).toEqual({ title: "none", short: "none", description: "approach is not set" });
});

test("cells are counted, and a default that is no value of the axis is its first", () => {
  expect(counted(cells)).toEqual({ allowed: 8, refused: 4, missing: 0, least: 0, most: 121 });
  expect(counted([])).toEqual({ allowed: 0, refused: 0, missing: 0, least: 0, most: 0 });
  expect(axes.map((axis) => standing(axis))).toEqual([1, 0, 1]);
  expect(standing({ key: "x", values: [1], default: 7, read_by: [] })).toBe(0);
});

/**
 * Owns the state space as tables: which keys are rows and columns, which stand at one value, and what the cell
 * of a combination is.
 *
 * It must never leave a cell out: what is refused or missing is a cell too.
 */
import type { Json, JsonObject, StateKey } from "~/api/shapes";
import { isObject } from "~/lib/schema";

export interface Axis {
  /** The state key, or the path of a field in it: `crisis.level`. */
  key: string;
  /** `null` is "none". */
  values: Json[];
  default: Json;
  read_by: string[];
}

export interface Cell {
  from: JsonObject;
  state: JsonObject;
  status: "allowed" | "refused" | "missing";
  reason: string;
  code?: string;
  call: string | null;
  tokens: number | null;
}

export interface Matrix {
  agent: string;
  axes: Axis[];
  held: { name: string; at: string; read_by: string[] }[];
  /** The last axis fastest. */
  cells: Cell[];
  summary: {
    allowed: number;
    refused: number;
    missing: number;
    distinct: number;
    calls: Record<string, { cells: number; min: number; max: number }>;
  };
}

/** What somebody looks at: keys of axes, and the place of the value at which each other one stands. */
export interface Choice {
  rows: string;
  columns: string | null;
  third: string | null;
  held: Record<string, number>;
}

export interface Grid {
  /** The value of the third key; undefined where there is none. */
  third?: Json;
  rows: { value: Json; cells: Cell[] }[];
  columns: Json[];
}

/** What is asked for where it is possible, and else the two longest axes. */
export function chosen(axes: readonly Axis[], asked: { rows?: string | null; columns?: string | null; third?: string | null }): Choice {
  const longest = [...axes].sort((one, other) => other.values.length - one.values.length).slice(0, 2);
  const usual = axes.filter((axis) => longest.includes(axis)).map((axis) => axis.key);
  const known = (key: string | null | undefined, taken: readonly (string | null)[]) =>
    key && !taken.includes(key) && axes.some((axis) => axis.key === key) ? key : null;
  const [wantedRows, wantedColumns] = [known(asked.rows, []), known(asked.columns, [asked.rows ?? null])];
  const third = known(asked.third, [wantedRows, wantedColumns]);
  const free = [...usual, ...axes.map((axis) => axis.key)].filter((key) => ![wantedRows, wantedColumns, third].includes(key));
  const rows = wantedRows ?? free[0] ?? third ?? "";
  const columns = wantedColumns ?? free.find((key) => key !== rows) ?? (third === rows ? null : third);
  return { rows, columns, third: third === rows || third === columns ? null : third, held: {} };
}

/** The place of an axis' default among its values. */
export function standing(axis: Axis): number {
  return Math.max(0, axis.values.findIndex((value) => same(value, axis.default)));
}

/** The tables of a choice: one, or one for each value of the third key. */
export function grids(matrix: Matrix, choice: Choice): Grid[] {
  const axis = (key: string | null) => matrix.axes.find((axis) => axis.key === key);
  const rows = axis(choice.rows);
  const columns = axis(choice.columns);
  const third = axis(choice.third);
  if (!rows) return [];
  const places = (of: Axis | undefined) => (of ? of.values.map((_, at) => at) : [0]);
  return places(third).map((layer) => ({
    ...(third ? { third: third.values[layer] } : {}),
    columns: columns ? columns.values : [],
    rows: rows.values.map((value, row) => ({
      value,
      cells: places(columns).flatMap((column) => {
        const at = { ...choice.held, [rows.key]: row, ...(columns && { [columns.key]: column }), ...(third && { [third.key]: layer }) };
        return matrix.cells[place(matrix.axes, at)] ?? [];
      }),
    })),
  }));
}

/** The place of a cell; axes that are not named stand at their default. */
function place(axes: readonly Axis[], at: Record<string, number>): number {
  return axes.reduce((sum, axis) => sum * axis.values.length + (at[axis.key] ?? standing(axis)), 0);
}

/** The keys that the gate changed, with what they became. */
export function moved(cell: Cell, axes: readonly Axis[]): { key: string; to: Json }[] {
  return axes
    .map((axis) => ({ key: axis.key, was: read(cell.from, axis.key), to: read(cell.state, axis.key) }))
    .filter(({ was, to }) => !same(was, to))
    .map(({ key, to }) => ({ key, to }));
}

/** The state of a cell as a turn takes it: what is "none" is left out. */
export function input(state: JsonObject): JsonObject {
  const found: JsonObject = {};
  for (const [key, value] of Object.entries(state)) {
    const inner = isObject(value) ? input(value) : value;
    if (inner !== null && !(isObject(inner) && Object.keys(inner).length === 0)) found[key] = inner;
  }
  return found;
}

export interface Called {
  title: string;
  short: string;
  description: string;
}

/** What a value is called. */
export function called(value: Json, key: string | null, keys: readonly StateKey[]): Called {
  if (value === null) return { title: "none", short: "none", description: `${key ?? "it"} is not set` };
  const word = typeof value === "string" ? value : JSON.stringify(value);
  const title = keys.find((known) => known.name === key)?.titles.find((title) => title.value === word);
  return { title: title?.title || word, short: title?.short || title?.title || word, description: title?.description ?? "" };
}

/** Cells in numbers. */
export function counted(cells: readonly Cell[]): { allowed: number; refused: number; missing: number; least: number; most: number } {
  const of = (status: Cell["status"]) => cells.filter((cell) => cell.status === status).length;
  const tokens = cells.flatMap((cell) => cell.tokens ?? []);
  return {
    allowed: of("allowed"),
    refused: of("refused"),
    missing: of("missing"),
    least: tokens.reduce((least, one) => Math.min(least, one), tokens[0] ?? 0),
    most: tokens.reduce((most, one) => Math.max(most, one), 0),
  };
}

function read(state: JsonObject, key: string): Json {
  let here: Json | undefined = state;
  for (const step of key.split(".")) here = isObject(here) ? here[step] : undefined;
  return here ?? null;
}

function same(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

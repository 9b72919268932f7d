import { expect, test } from "vitest";
import { crossings, type Layout, layout, type Line, path } from "./layout";

const SIZES = { width: 100, height: 40, gapX: 20, gapY: 30 };
const line = (text: string): Line => {
  const [from = "", to = ""] = text.split(">");
  return { from, to };
};

/** Random numbers that are the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

function overlapping(laid: Layout): string[] {
  return laid.boxes.flatMap((one, at) =>
    laid.boxes
      .slice(at + 1)
      .filter((other) => one.rank === other.rank && Math.abs(one.x - other.x) < SIZES.width)
      .map((other) => `${one.name} and ${other.name}`),
  );
}

test("a straight flow stands in one column, from top to bottom", () => {
  const laid = layout(["c", "a", "b"], ["a>b", "b>c"].map(line), "a", SIZES);
  expect(laid.boxes).toEqual([
    { name: "c", x: 0, y: 140, rank: 2 },
    { name: "a", x: 0, y: 0, rank: 0 },
    { name: "b", x: 0, y: 70, rank: 1 },
  ]);
  expect([laid.width, laid.height]).toEqual([100, 180]);
  expect(laid.courses.map(path)).toEqual(["M50 40 L50 70", "M50 110 L50 140"]);
});

test("a branch stands beside, and a long line passes between the boxes", () => {
  const laid = layout(["a", "b", "c", "d", "e"], ["a>b", "b>c", "c>d", "b>e", "e>d", "a>d"].map(line), "a", SIZES);
  expect(overlapping(laid)).toEqual([]);
  const long = laid.courses.find((course) => course.from === "a" && course.to === "d");
  // It goes through each rank that it passes, and through no box there.
  expect(long?.points.length).toBe(6);
  for (const [x, y] of long?.points.slice(1, -1) ?? []) {
    for (const box of laid.boxes) expect(y >= box.y && y <= box.y + SIZES.height && x > box.x && x < box.x + SIZES.width).toBe(false);
  }
});

test("crossings are taken out where they can be", () => {
  expect(crossings([["a", "b"], ["c", "d"]], ["a>d", "b>c"].map(line))).toBe(1);
  const laid = layout(["s", "a", "b", "c", "d"], ["s>a", "s>b", "a>d", "b>c"].map(line), "s", SIZES);
  const at = (name: string) => laid.boxes.find((box) => box.name === name)?.x ?? 0;
  expect(Math.sign(at("a") - at("b"))).toBe(Math.sign(at("d") - at("c")));
});

test("what leads back runs beside the boxes", () => {
  const laid = layout(["a", "b", "c"], ["a>b", "b>c", "c>a", "b>b"].map(line), "a", SIZES);
  expect(laid.courses.map((course) => [course.from, course.to, course.back])).toEqual([
    ["a", "b", false],
    ["b", "c", false],
    ["c", "a", true],
    ["b", "b", true],
  ]);
  for (const course of laid.courses.filter((course) => course.back)) expect(course.points[1]?.[0]).toBeGreaterThan(100);
  expect(laid.boxes.map((box) => box.rank)).toEqual([0, 1, 2]);
});

test("no graph loses a box or a line, no boxes overlap, and lines lead down or back", () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const roll = dice(seed);
    const names = Array.from({ length: 1 + roll(14) }, (_, at) => `n${at}`);
    const lines = Array.from({ length: roll(24) }, () => ({ from: `n${roll(names.length)}`, to: `n${roll(names.length)}` }));
    const laid = layout(names, lines, "n0", SIZES);
    expect(laid.boxes.map((box) => box.name)).toEqual(names);
    expect(overlapping(laid), `seed ${seed}`).toEqual([]);
    const distinct = new Set(lines.map((line) => `${line.from} ${line.to}`));
    expect(new Set(laid.courses.map((course) => `${course.from} ${course.to}`))).toEqual(distinct);
    const rank = new Map(laid.boxes.map((box) => [box.name, box.rank]));
    for (const course of laid.courses) {
      const down = (rank.get(course.from) ?? 0) < (rank.get(course.to) ?? 0);
      expect(down, `seed ${seed}`).toBe(!course.back);
      for (const point of course.points) for (const value of point) expect(value).toBeGreaterThanOrEqual(0);
    }
    for (const box of laid.boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + SIZES.width).toBeLessThanOrEqual(laid.width);
    }
    expect(layout(names, lines, "n0", SIZES)).toEqual(laid);
  }
});

test("lines to what is not there are left out, and nothing is nothing", () => {
  expect(layout(["a"], [line("a>b")], "z", SIZES).courses).toEqual([]);
  expect(layout([], [], null, SIZES)).toEqual({ boxes: [], courses: [], width: 0, height: 0 });
});

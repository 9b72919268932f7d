import { expect, test } from "vitest";
import { around, MEANS, percent, place, points, shareOf, split, verdict, type Difference } from "./chart";

const difference = (low: number, high: number): Difference => ({ arm: "b", low, high, is_clear: low > 0 || high < 0 });

test("intervals stand where their ends are", () => {
  expect([place(0, MEANS), place(0.25, MEANS), place(1, MEANS), place(1.4, MEANS)]).toEqual([0, 25, 100, 100]);
  const scale = around([difference(-0.02, 0.31)]);
  expect(scale).toEqual({ from: -0.4, to: 0.4, ticks: [-0.4, -0.2, 0, 0.2, 0.4] });
  expect([place(0, scale), place(-0.4, scale), place(0.2, scale)]).toEqual([50, 0, 75]);
  expect(around([]).to).toBe(0.1);
  expect(around([difference(-1.2, 1.2)]).to).toBe(1);
});

test("a difference is told only where the interval leaves out 0", () => {
  expect(verdict(difference(-0.02, 0.75), "a")).toEqual({ tone: "plain", text: "no clear difference to a yet: −2 to +75 points" });
  expect(verdict(difference(0.04, 0.3), "a")).toEqual({ tone: "good", text: "better than a: +4 to +30 points" });
  expect(verdict(difference(-0.3, -0.04), "a")).toEqual({ tone: "bad", text: "worse than a: −30 to −4 points" });
});

test("a split is doubted only where the check doubts it", () => {
  expect(split({ p: 1, is_as_declared: true }, 0).tone).toBe("plain");
  expect(split({ p: 0.4, is_as_declared: true }, 10).tone).toBe("good");
  expect(split({ p: 0.00002, is_as_declared: false }, 10).text).toContain("p = less than 0.0001");
  expect(split({ p: 0.0042, is_as_declared: false }, 10)).toMatchObject({ tone: "bad" });
});

test("numbers are written for people", () => {
  expect([percent(0.4788), points(0.001), points(-0.2)]).toEqual(["48 %", "0", "−20"]);
  expect([shareOf(1, [1, 3]), shareOf(0, [0, 0])]).toEqual([25, 0]);
});

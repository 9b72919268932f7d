import { expect, test } from "vitest";
import { aboutOf, at, isAbout, moved, NOTHING, smallest, withKey, withMode } from "./about";

test("a model is written key by key, and is none without any", () => {
  expect(withKey(null, "name", "gpt-5.4", "text")).toEqual({ name: "gpt-5.4" });
  expect(withKey({ name: "a", params: { temperature: 0 } }, "window", "64000", "number")).toEqual({
    name: "a",
    params: { temperature: 0 },
    window: 64000,
  });
  // What is no number is told by the service, and not lost.
  expect(withKey({ name: "a" }, "window", "many", "number")).toEqual({ name: "a", window: "many" });
  expect(withKey({ name: "a" }, "name", " ", "text")).toBeNull();
});

test("modes keep their order, and go", () => {
  const modes = { a: { system_addon: "A" }, b: { system_addon: "B" } };
  expect(Object.entries(withMode(modes, "a", { system_addon: "C" }))).toEqual([
    ["a", { system_addon: "C" }],
    ["b", { system_addon: "B" }],
  ]);
  expect(withMode(modes, "a", null)).toEqual({ b: { system_addon: "B" } });
});

test("what differs is told", () => {
  const role = { description: "d", model: null, modes: { a: { system_addon: "A" } } };
  expect(moved(NOTHING, aboutOf(role))).toEqual(["description", "modes"]);
  expect(moved(aboutOf(role), aboutOf(role))).toEqual([]);
});

test("mistakes find their place", () => {
  const error = (pointer: string) => ({ pointer, code: "c", detail: "d" });
  const errors = ["/modes/a/system_addon", "/modes/ab", "/mode", "/prompt_config/modes"].map(error);
  expect(at(errors, "/modes/a").map((found) => found.pointer)).toEqual(["/modes/a/system_addon"]);
  expect(errors.filter(isAbout).map((found) => found.pointer)).toEqual(["/modes/a/system_addon", "/modes/ab"]);
});

test("the smallest role says who it is", () => {
  expect(JSON.stringify(smallest("scout"))).toContain("You are scout.");
});

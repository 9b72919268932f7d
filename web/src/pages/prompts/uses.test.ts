import { expect, test } from "vitest";
import type { Outline } from "~/api/shapes";
import { uses } from "./uses";

const layer = (title: string, prompts: { name: string; when?: string }[], when?: string) => ({
  id: title.toLowerCase(),
  title,
  about: "",
  prompts,
  when,
});

const outline = {
  core: ["core/identity"],
  calls: [
    {
      name: "reply",
      core: [],
      layers: [
        layer("Style", [{ name: "response/{{ style }}" }]),
        layer("Approach", [{ name: "approach/cbt_arc", when: 'approach == "cbt"' }], "approach is defined"),
      ],
    },
    { name: "crisis", core: ["policy/crisis"], when: "crisis.level >= 2", layers: [layer("Style", [{ name: "response/crisis" }])] },
  ],
} as unknown as Outline;

test("a prompt knows who comes to it, and when", () => {
  const told = (name: string) => uses(name, outline).map((use) => `${use.call}/${use.layer}: ${use.when}`);
  expect(told("response/crisis")).toEqual(["reply/Style: when style is crisis", "crisis/Style: when crisis.level >= 2"]);
  expect(told("approach/cbt_arc")).toEqual(['reply/Approach: when approach == "cbt" and approach is defined']);
  expect(told("core/identity")).toEqual(["every call/Core: always, in every call that is not bare"]);
  expect(told("policy/crisis")).toEqual(["crisis/Core: always, in this call"]);
  expect(told("response/a/b")).toEqual([]);
});

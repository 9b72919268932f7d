import { expect, test } from "vitest";
import { mend, mended } from "./fixes";

const fix = (...edits: [number, number, string][]) => ({
  title: "Mend it",
  edits: edits.map(([start, end, text]) => ({ start, end, text })),
});

test("edits in bytes become changes in characters", () => {
  const text = "---\ntitle: é\n---\n{{ nam }} ü {{ nam }}";
  const found = mend(fix([21, 24, "name"], [34, 37, "name"]), text, text);
  expect(mended(found)).toBe("---\ntitle: é\n---\n{{ name }} ü {{ name }}");
});

test("a text without a front matter gets one", () => {
  const text = "Hi {{ topc }}";
  const found = mend(fix([4, 4, "context: [topic]\n"], [14, 18, "topic"]), text, `---\n---\n${text}`);
  expect(mended(found)).toBe("---\ncontext: [topic]\n---\nHi {{ topic }}");
  expect(found).toMatchObject({ title: "Mend it", of: text });
});

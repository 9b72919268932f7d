import { expect, test } from "vitest";
import type { Manifest } from "~/api/shapes";
import { told } from "./origin";
import { lay, textOf } from "./spans";

const payload = { messages: [{ content: "Be kind, Zoë.\n\nHi 😀" }, { content: "Hello" }] };

const manifest = {
  parts: [
    { pointer: "/messages/0/content", role: "system", span: [0, 23] },
    { pointer: "/messages/1/content", role: "user", span: [23, 28] },
  ],
  layers: [
    { id: "core", status: "included", span: [0, 14] },
    { id: "memory", status: "skipped", span: null },
    { id: "task", status: "included", span: [16, 23] },
    { id: "message", status: "included", span: [23, 28] },
  ],
  origins: [
    { span: [0, 9], from: "prompt", name: "core/identity", version: 2 },
    { span: [9, 13], from: "context", name: "name" },
    { span: [13, 14], from: "prompt", name: "core/identity", version: 2 },
    { span: [14, 16], from: "engine" },
    { span: [16, 23], from: "prompt", name: "task/reply", version: null },
    { span: [23, 28], from: "message" },
  ],
} as unknown as Manifest;

test("every byte has its origin and its layer, and none is lost", () => {
  const laid = lay(payload, manifest);
  expect(laid.pieces.map((piece) => [piece.text, piece.layer, piece.origin?.from, piece.start])).toEqual([
    ["Be kind, ", "core", "prompt", 0],
    ["Zoë", "core", "context", 9],
    [".", "core", "prompt", 12],
    ["\n\n", null, "engine", 13],
    ["Hi 😀", "task", "prompt", 15],
    ["Hello", "message", "message", 20],
  ]);
  expect(laid.length).toBe(25);
  const joined = laid.blocks.map((block) => block.pieces.map((piece) => piece.text).join(""));
  expect(joined).toEqual(payload.messages.map((message) => message.content));
  expect(textOf(laid, "core")).toBe("Be kind, Zoë.");
});

test("origins are told in words", () => {
  const titles = manifest.origins.map((origin) => told(origin, "a").title);
  expect(titles).toEqual([
    "core/identity@2",
    "context key name",
    "core/identity@2",
    "engine",
    "task/reply@draft",
    "message",
  ]);
  expect(told(manifest.origins[0] ?? null, "my agent").href).toBe("/prompts/my%20agent/core/identity?version=2");
});

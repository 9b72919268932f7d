import { expect, test } from "vitest";
import type { AssembledCall } from "~/api/shapes";
import { lay } from "~/lib/spans";
import { written } from "./code";
import { moved, type Side } from "./compare";

/** An assembly of layers: the text of each, the prompt that fills it, and its tokens. */
function side(call: string, state: object, layers: [id: string, text: string, prompt: string, tokens: number][]): Side {
  let at = 0;
  const spans = layers.map(([, text]) => [at, (at += text.length)]);
  const made = {
    agent: "a",
    call,
    provider: "openai-chat",
    model: "gpt-5.4",
    payload: { messages: [{ content: layers.map(([, text]) => text).join("") }] },
    manifest: {
      state,
      tokens: { total: layers.reduce((sum, layer) => sum + layer[3], 0) },
      parts: [{ pointer: "/messages/0/content", role: "system", span: [0, at] }],
      origins: [],
      layers: layers.map(([id, , prompt, tokens], place) => ({
        id,
        title: id,
        status: "included",
        span: spans[place],
        tokens,
        prompts: [{ name: prompt, version: 1 }],
      })),
    },
  } as unknown as AssembledCall;
  return { title: call, made, laid: lay(made.payload, made.manifest) };
}

test("what moved is told layer by layer, in words and in tokens", () => {
  const from = side("reply", { level: 0, style: "warm" }, [
    ["core", "Be kind.", "core/identity", 3],
    ["style", "Warm.", "response/warm", 2],
    ["memory", "Cello.", "block/memory", 4],
  ]);
  const to = side("crisis", { level: 3, style: "warm" }, [
    ["core", "Be kind.", "core/identity", 3],
    ["style", "Safe.", "response/crisis", 2],
    ["help", "Call 112.", "block/help", 5],
  ]);
  const result = moved(from, to);
  const told = result.layers.map((layer) => [layer.id, layer.move, layer.words, layer.tokens[1] - layer.tokens[0]]);
  expect(told).toEqual([
    ["core", "same", "", 0],
    ["style", "changed", "response/warm@1 → response/crisis@1", 0],
    ["help", "came", "", 5],
    ["memory", "went", "the call does not have it", -4],
  ]);
  expect(result.state).toEqual([{ key: "level", from: 0, to: 3 }]);
  expect(result.facts).toEqual(["call: reply → crisis"]);
  expect(result.tokens).toEqual([9, 10]);
});

test("nothing moves between an assembly and itself", () => {
  const one = side("reply", { level: 0 }, [["core", "Be kind.", "core/identity", 3]]);
  const result = moved(one, one);
  expect([result.layers[0]?.move, result.state, result.facts]).toEqual(["same", [], []]);
});

test("a payload is told so that a shell and Python read it as it is", () => {
  const made = side("reply", {}, [["core", "It's \"so\".", "core/identity", 3]]).made;
  made.payload = { messages: [{ content: "It's \"so\"." }], stream: false, stop: null };
  expect(written("curl", made, {}, "")).toContain(`"content": "It'\\''s \\"so\\"."`);
  expect(written("python", made, {}, "")).toContain(`"stream": False,\n    "stop": None,`);
  expect(JSON.parse(written("json", made, {}, ""))).toEqual(made.payload);
  expect(written("proem", made, { message: "Hi" }, "http://here")).toContain("http://here/api/v1/agents/a/assemble");
});

/**
 * Owns a payload as something that can be run elsewhere: a command, or a few lines of a language.
 *
 * It must never hold a key: what is copied names the variable of the environment that has it.
 */
import type { AssembledCall, Json, JsonObject } from "~/api/shapes";

export const FORMS = [
  { id: "json", title: "JSON" },
  { id: "curl", title: "curl" },
  { id: "python", title: "Python" },
  { id: "typescript", title: "TypeScript" },
  { id: "proem", title: "curl to Proem" },
] as const;

export type Form = (typeof FORMS)[number]["id"];

interface Target {
  url: (model: string) => string;
  headers: string[];
  python: (payload: string) => string;
  typescript: (payload: string) => string;
}

const BEARER = ["authorization: Bearer $OPENAI_API_KEY"];

const openai = (path: string, method: string): Target => ({
  url: () => `https://api.openai.com/v1/${path}`,
  headers: BEARER,
  python: (payload) =>
    `from openai import OpenAI\n\npayload = ${payload}\n\nreply = OpenAI().${method}.create(**payload)\nprint(reply)\n`,
  typescript: (payload) =>
    `import OpenAI from "openai";\n\nconst payload = ${payload} as const;\n\nconst reply = await new OpenAI().${method}.create(payload as never);\nconsole.log(reply);\n`,
});

const TARGETS: Record<string, Target> = {
  "openai-chat": openai("chat/completions", "chat.completions"),
  "openai-responses": openai("responses", "responses"),
  anthropic: {
    url: () => "https://api.anthropic.com/v1/messages",
    headers: ["x-api-key: $ANTHROPIC_API_KEY", "anthropic-version: 2023-06-01"],
    python: (payload) =>
      `import anthropic\n\npayload = ${payload}\n\nreply = anthropic.Anthropic().messages.create(**payload)\nprint(reply)\n`,
    typescript: (payload) =>
      `import Anthropic from "@anthropic-ai/sdk";\n\nconst payload = ${payload} as const;\n\nconst reply = await new Anthropic().messages.create(payload as never);\nconsole.log(reply);\n`,
  },
  gemini: {
    url: (model) => `https://generativelanguage.googleapis.com/v1beta/models/${model}:generateContent`,
    headers: ["x-goog-api-key: $GEMINI_API_KEY"],
    python: (payload) =>
      `import json, os, urllib.request\n\npayload = ${payload}\n\nrequest = urllib.request.Request(\n    "URL",\n    data=json.dumps(payload).encode(),\n    headers={"content-type": "application/json", "x-goog-api-key": os.environ["GEMINI_API_KEY"]},\n)\nprint(urllib.request.urlopen(request).read().decode())\n`,
    typescript: (payload) =>
      `const payload = ${payload};\n\nconst reply = await fetch("URL", {\n  method: "POST",\n  headers: { "content-type": "application/json", "x-goog-api-key": process.env.GEMINI_API_KEY ?? "" },\n  body: JSON.stringify(payload),\n});\nconsole.log(await reply.text());\n`,
  },
};

/** A payload in a form. `request` is what was asked of Proem for it. */
export function written(form: Form, made: AssembledCall, request: JsonObject, origin: string): string {
  const target = TARGETS[made.provider];
  const payload = pretty(made.payload);
  if (form === "json" || (form !== "proem" && !target)) return payload;
  const url = target?.url(made.model) ?? "";
  switch (form) {
    case "curl":
      return curl(url, target?.headers ?? [], payload);
    case "python":
      return (target?.python(python(made.payload, 0)) ?? "").replace("URL", url);
    case "typescript":
      return (target?.typescript(payload) ?? "").replace("URL", url);
    default:
      return curl(`${origin}/api/v1/agents/${made.agent}/assemble`, ["authorization: Bearer $PROEM_KEY"], pretty(request));
  }
}

function curl(url: string, headers: string[], body: string): string {
  // Within single quotes a shell takes everything as it is, but for the quote itself.
  const quoted = body.replaceAll("'", "'\\''");
  const lines = headers.map((header) => `  -H "${header}" \\\n`).join("");
  return `curl ${url} \\\n${lines}  -H "content-type: application/json" \\\n  -d '${quoted}'\n`;
}

const pretty = (value: Json) => JSON.stringify(value, null, 2);

/** A value as Python writes it. */
function python(value: Json, depth: number): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = "    ".repeat(depth + 1);
  const list = Array.isArray(value);
  const items = list
    ? value.map((item) => `${inner}${python(item, depth + 1)},\n`)
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${python(item, depth + 1)},\n`);
  const [open, close] = list ? ["[", "]"] : ["{", "}"];
  return items.length === 0 ? open + close : `${open}\n${items.join("")}${"    ".repeat(depth)}${close}`;
}

// @vscode/prompt-tsx: a prompt as a tree of elements with priorities, pruned until it fits. It is what
// GitHub Copilot Chat builds its prompts with, and of one idea with Priompt. Written without JSX, which
// compiles to the same calls. The protocol is that of `protocol.py`.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";

// The packages lie where they were installed, not beside this file.
const require = createRequire(resolve(process.argv[3], "package.json"));
const { AssistantMessage, OutputMode, PrioritizedList, PromptElement, SystemMessage, UserMessage, renderPrompt } =
  require("@vscode/prompt-tsx");
const { countTokens } = require("gpt-tokenizer/encoding/o200k_base");

const element = globalThis.vscpp;
const fragment = globalThis.vscppf;
const ORDINARY = { disallowedSpecial: new Set() };

class Prompt extends PromptElement {
  render() {
    const { system, history, turn, message } = this.props;
    const said = ({ role, content }) => element(role === "user" ? UserMessage : AssistantMessage, null, content);
    return element(
      fragment,
      null,
      element(SystemMessage, { priority: 1000 }, system),
      element(PrioritizedList, { priority: 0, passPriority: true, descending: false }, ...history.map(said)),
      element(SystemMessage, { priority: 900 }, turn),
      element(UserMessage, { priority: 950 }, message),
    );
  }
}

class Peer {
  constructor(material, conversation) {
    this.material = material;
    this.history = conversation.messages.slice(0, conversation.begins);
    const { core, style, approach, rules_header: header, rules } = material;
    const listed = `<rules>\n${rules.map((rule) => `- ${rule}\n`).join("")}</rules>`;
    this.system = [...core, style, approach, header, listed].join("\n\n");
    const memories = `<memories>\n${conversation.memories.map((memory) => `- ${memory}\n`).join("")}</memories>`;
    this.memory = material.memory.replace("{{ memories }}", () => memories);
    const { per_message: each, reply, tools, schema } = material.tokens;
    this.endpoint = { modelMaxPromptTokens: material.window - material.reserve - reply - tools - schema };
    this.tokenizer = {
      mode: OutputMode.OpenAI,
      tokenLength: (part) => countTokens(part.text ?? "", ORDINARY),
      countMessageTokens: (message) => each + countTokens(message.content, ORDINARY),
    };
  }

  async turn(answered, message, values) {
    this.history.push(...answered);
    const task = this.material.task.replace(/{{ (\w+) }}/g, (_, name) => values[name]);
    const props = { system: this.system, history: this.history, turn: `${this.memory}\n\n${task}`, message };
    const { messages } = await renderPrompt(Prompt, props, this.endpoint, this.tokenizer);
    const { model, tools, response_format, reserve, temperature } = this.material;
    const body = { model, messages, tools, response_format, max_completion_tokens: reserve, temperature };
    return Buffer.from(JSON.stringify(body));
  }
}

async function run(material, conversation) {
  const peer = new Peer(material, conversation);
  const times = [];
  let payload;
  for (const [number, values] of conversation.values.entries()) {
    const at = conversation.begins + 2 * number;
    const answered = number ? conversation.messages.slice(at - 2, at) : [];
    const begun = process.hrtime.bigint();
    payload = await peer.turn(answered, conversation.messages[at].content, values);
    const time = Number(process.hrtime.bigint() - begun);
    if (number >= conversation.warm) times.push(time);
  }
  return { times, payload };
}

const material = JSON.parse(readFileSync(join(process.argv[2], "material.json"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const { times, payload } = await run(material, JSON.parse(readFileSync(request.conversation, "utf8")));
  writeFileSync(request.payload, payload);
  console.log(JSON.stringify({ times }));
}

/**
 * Owns a model that answers from a list: a provider of the kind `openai-chat`, so that turns have usage, cost and
 * latency without a key.
 *
 * It must never be mistaken for a model: it knows what it was told, and nothing else.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What is answered to a message, by the members of the schema that is asked for. */
export type Answers = Record<string, { [member: string]: unknown }>;

/** Dollars for a million tokens. */
export const PRICES = {
  "gpt-5.4": { input: 1.25, cached: 0.125, output: 10 },
  "gpt-5.4-mini": { input: 0.25, cached: 0.025, output: 2 },
};

interface Question {
  model: string;
  stream?: boolean;
  messages: { role: string; content: unknown }[];
  response_format?: { json_schema?: { schema?: { properties?: object } } };
}

export class Model {
  readonly prices = PRICES;

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  /** Starts a model. `wait` is how long it thinks, in milliseconds. */
  static async start(answers: Answers, wait = 0): Promise<Model> {
    const server = createServer((request, response) => void answer(request, response, answers, wait));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    return new Model(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, answers: Answers, wait: number): Promise<void> {
  let text = "";
  for await (const piece of request) text += String(piece);
  const question = JSON.parse(text) as Question;
  const content = said(question, answers);
  const usage = used(question, content);
  await new Promise((ready) => setTimeout(ready, wait));
  const choice = { index: 0, finish_reason: "stop" };
  if (!question.stream) {
    response.setHeader("content-type", "application/json");
    const message = { role: "assistant", content };
    response.end(JSON.stringify({ id: "1", object: "chat.completion", model: question.model, choices: [{ ...choice, message }], usage }));
    return;
  }
  response.setHeader("content-type", "text/event-stream");
  const chunk = (body: object) => response.write(`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", model: question.model, ...body })}\n\n`);
  chunk({ choices: [{ index: 0, delta: { role: "assistant", content } }] });
  chunk({ choices: [{ ...choice, delta: {} }] });
  chunk({ choices: [], usage });
  response.end("data: [DONE]\n\n");
}

/** The answer to the last message of a user that is in the list, in the shape that is asked for. */
function said(question: Question, answers: Answers): string {
  const heard = JSON.stringify(question.messages.at(-1)?.content ?? "");
  const found = Object.entries(answers).find(([message]) => heard.includes(JSON.stringify(message).slice(1, -1)))?.[1] ?? {};
  const properties = question.response_format?.json_schema?.schema?.properties;
  if (!properties) return String(found.message ?? "I see.");
  const members = Object.keys(properties).filter((member) => member in found);
  return JSON.stringify(Object.fromEntries(members.map((member) => [member, found[member]])));
}

/** About as many tokens as it would be: four characters are one. */
function used(question: Question, content: string): object {
  const prompt = Math.ceil(JSON.stringify(question.messages).length / 4);
  const completion = Math.ceil(content.length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, prompt_tokens_details: { cached_tokens: Math.floor(prompt / 2) } };
}

/**
 * Owns webhooks and jobs as the service tells them. They are asked for without the types of the OpenAPI
 * document, so that the page also stands before a service that does not have them.
 */
import { api, got } from "~/api/client";
import type { JsonObject } from "~/api/shapes";

export interface Webhook {
  id: string;
  url: string;
  /** What it wants to hear of; `*` is everything. */
  events: string[];
  is_active: boolean;
  created_at: string;
  updated_at: string;
}

export interface Job {
  id: string;
  kind: string;
  status: "waiting" | "running" | "dead";
  run_at: string;
  attempts: number;
  payload: JsonObject;
  session?: string | null;
  error?: string | null;
  created_at: string;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

/** Every event that there is, with what it tells of. */
export const EVENTS: Record<string, string> = {
  "turn.done": "a turn was stored",
  action: "the host is to perform an action",
  crisis: "an isolated call stood in place of the reply",
  handoff: "a person is to take over",
  stopped: "a step has asked in vain often enough",
  moved: "a flow went on to another step",
  skipped: "slots were given up",
  corrected: "a value was corrected",
  cancelled: "the user ended the flow",
  ended: "a flow came to its end",
  memory: "something was remembered or forgotten",
  "prompt.activated": "another version of a prompt is active",
  "job.dead": "a job was given up",
};

type Asked = Promise<{ data?: unknown; error?: unknown; response: Response }>;
type Untyped = Record<"GET" | "POST" | "PATCH" | "DELETE", (path: string, options: object) => Asked>;
const untyped = api as unknown as Untyped;

const ask = <T>(asked: Asked) => got(asked as Promise<{ data?: T; error?: unknown; response: Response }>);

export function webhooks(after: string | undefined, signal: AbortSignal): Promise<Page<Webhook>> {
  return ask(untyped.GET("/api/v1/webhooks", { params: { query: { limit: 100, after } }, signal }));
}

export function makeWebhook(url: string, events: string[], note: string): Promise<Webhook & { secret: string }> {
  return ask(untyped.POST("/api/v1/webhooks", { body: { url, events, note } }));
}

export function switchWebhook(id: string, on: boolean): Promise<Webhook> {
  return ask(untyped.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body: { is_active: on } }));
}

export function deleteWebhook(id: string): Promise<void> {
  return ask(untyped.DELETE("/api/v1/webhooks/{id}", { params: { path: { id } } }));
}

export function jobs(filter: { status?: string; kind?: string }, after: string | undefined, signal: AbortSignal): Promise<Page<Job>> {
  return ask(untyped.GET("/api/v1/jobs", { params: { query: { ...filter, limit: 100, after } }, signal }));
}

export function reviveJob(id: string): Promise<Job> {
  return ask(untyped.POST("/api/v1/jobs/{id}/revive", { params: { path: { id } }, body: { note: "revived in the studio" } }));
}

export function deleteJob(id: string): Promise<void> {
  return ask(untyped.DELETE("/api/v1/jobs/{id}", { params: { path: { id } } }));
}

/**
 * Owns webhooks and jobs: what the page asks of the service about them, and which events there are.
 */
import { api, got, type Schemas } from "~/api/client";

export type Webhook = Schemas["Webhook"];
export type Job = Schemas["Job"];

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

/** How many rows are read at a time. */
const PAGE = 100;

export function webhooks(after: string | undefined, signal: AbortSignal) {
  return got(api.GET("/api/v1/webhooks", { params: { query: { limit: PAGE, after } }, signal }));
}

export function makeWebhook(url: string, events: string[], note: string): Promise<Schemas["MadeWebhook"]> {
  return got(api.POST("/api/v1/webhooks", { body: { url, events, note } }));
}

export function switchWebhook(id: string, on: boolean): Promise<Webhook> {
  return got(api.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body: { is_active: on } }));
}

export async function deleteWebhook(id: string): Promise<void> {
  await got(api.DELETE("/api/v1/webhooks/{id}", { params: { path: { id } } }));
}

export function jobs(filter: { status?: string; kind?: string }, after: string | undefined, signal: AbortSignal) {
  return got(api.GET("/api/v1/jobs", { params: { query: { ...filter, limit: PAGE, after } }, signal }));
}

export function reviveJob(id: string): Promise<Job> {
  return got(api.POST("/api/v1/jobs/{id}/revive", { params: { path: { id } }, body: { note: "revived in the studio" } }));
}

export async function deleteJob(id: string): Promise<void> {
  await got(api.DELETE("/api/v1/jobs/{id}", { params: { path: { id } } }));
}

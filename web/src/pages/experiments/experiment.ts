/**
 * Owns what the page asks of the service about an experiment, and the two steps of a promotion.
 *
 * It must never stop an experiment whose winner could not be made active.
 */
import { api, got, type Schemas } from "~/api/client";
import type { Prompt } from "~/api/shapes";

export type Experiment = Schemas["Experiment"];
export type Arm = Schemas["Arm"];

/** What came of an experiment. */
export type Results = Schemas["Results"];

export function results(id: string, signal?: AbortSignal): Promise<Results> {
  return got(api.GET("/api/v1/experiments/{id}/results", { params: { path: { id } }, signal }));
}

/** All versions of a prompt, newest first. */
export async function versions(agent: string, name: string): Promise<Prompt[]> {
  const [type = name, ...rest] = name.split("/");
  const query = { agent, prompt_type: type, phase: rest.join("/") || undefined, limit: 200, brief: true };
  const { items } = await got(api.GET("/api/v1/prompts", { params: { query } }));
  return items.filter((item) => item.name === name).sort((one, other) => other.version - one.version);
}

export async function stop(id: string, note: string): Promise<Experiment> {
  return got(api.POST("/api/v1/experiments/{id}/stop", { params: { path: { id } }, body: { note } }));
}

/** Makes the version of an arm active, and then stops the experiment. */
export async function promote(experiment: Experiment, arm: Arm, note: string): Promise<void> {
  const known = await versions(experiment.agent, experiment.prompt);
  const version = known.find((one) => one.version === arm.version);
  if (!version) throw new Error(`Version ${arm.version} of ${experiment.prompt} is no longer there.`);
  if (!version.is_active) {
    const body = { note, expected_version: known.find((one) => one.is_active)?.version ?? 0 };
    await got(api.POST("/api/v1/prompts/{id}/activate", { params: { path: { id: version.id } }, body }));
  }
  if (experiment.is_running) await stop(experiment.id, note);
}

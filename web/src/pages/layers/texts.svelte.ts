/**
 * Owns the active prompts of an agent for people who read them: all of them by name, their texts as they are
 * needed.
 */
import { api, got } from "~/api/client";
import type { Prompt } from "~/api/shapes";
import { all } from "~/lib/session.svelte";

export class Texts {
  /** The active versions by name; with their texts where those were asked for. */
  known = $state.raw<ReadonlyMap<string, Prompt>>(new Map());
  loaded = $state(false);
  private agent = "";
  private asked = new Set<string>();

  /** Reads which versions are active. */
  async list(agent: string): Promise<void> {
    this.agent = agent;
    this.loaded = false;
    this.asked = new Set();
    const query = { agent, is_active: true, brief: true, limit: 500 };
    const found = await all((after) => got(api.GET("/api/v1/prompts", { params: { query: { ...query, after } } })));
    if (agent !== this.agent) return;
    this.known = new Map(found.map((prompt) => [prompt.name, prompt]));
    this.loaded = true;
  }

  /** Reads the texts of some prompts; each once. */
  async read(names: readonly string[]): Promise<void> {
    const { agent } = this;
    const wanted = names.map((name) => this.known.get(name)).filter((prompt) => prompt !== undefined && !this.asked.has(prompt.id));
    for (const prompt of wanted) if (prompt) this.asked.add(prompt.id);
    const texts = await Promise.all(
      wanted.map((prompt) => got(api.GET("/api/v1/prompts/{id}", { params: { path: { id: prompt?.id ?? "" } } }))),
    );
    if (agent !== this.agent || texts.length === 0) return;
    const next = new Map(this.known);
    for (const prompt of texts) next.set(prompt.name, prompt);
    this.known = next;
  }
}

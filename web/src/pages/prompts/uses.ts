/**
 * Owns finding the layers that can come to a prompt: by its name, or by a name with an expression in it.
 */
import type { Outline } from "~/api/shapes";

export interface Use {
  call: string;
  layer: string;
  about: string;
  /** When it is chosen, in words. */
  when: string;
  sealed: boolean;
}

/** Everything that can come to a prompt. */
export function uses(name: string, outline: Outline): Use[] {
  const found: Use[] = [];
  if (outline.core.includes(name)) {
    const when = "always, in every call that is not bare";
    found.push({ call: "every call", layer: "Core", about: "", when, sealed: true });
  }
  for (const call of outline.calls) {
    if (call.core.includes(name)) {
      found.push({ call: call.name, layer: "Core", about: "", when: "always, in this call", sealed: true });
    }
    for (const layer of call.layers) {
      for (const prompt of layer.prompts) {
        if (!fits(prompt.name, name)) continue;
        const chosen = prompt.name === name ? "" : `${expression(prompt.name)} is ${part(prompt.name, name)}`;
        const when = [chosen, prompt.when, layer.when, call.when].filter(Boolean).join(" and ");
        found.push({
          call: call.name,
          layer: layer.title || layer.id,
          about: layer.about,
          when: when ? `when ${when}` : "always",
          sealed: false,
        });
      }
    }
  }
  return found;
}

const EXPRESSION = /\{\{\s*(.*?)\s*\}\}/g;

function pattern(written: string): RegExp {
  const parts = written.split(EXPRESSION);
  // Every other part is the expression itself.
  const source = parts.map((text, at) => (at % 2 === 1 ? "([^/]+)" : text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  return new RegExp(`^${source.join("")}$`);
}

function fits(written: string, name: string): boolean {
  return pattern(written).test(name);
}

function part(written: string, name: string): string {
  return pattern(written).exec(name)?.slice(1).join(", ") ?? "";
}

function expression(written: string): string {
  return [...written.matchAll(EXPRESSION)].map((match) => match[1]).join(", ");
}

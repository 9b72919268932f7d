/**
 * Owns how an origin is told: in a few words, and where one finds it.
 */
import type { Origin } from "~/api/shapes";
import { prompt } from "~/lib/links";

/** What kind of origin it is; also the class by which a piece is marked. */
export type OriginKind = "prompt" | "value" | "talk" | "engine";

export interface Told {
  kind: OriginKind;
  /** `response/supportive@3`, `context key user_name`, `history, message 4`. */
  title: string;
  /** What that means. */
  about: string;
  /** The address of what it came from. */
  href?: string;
}

/** An origin in words. */
export function told(origin: Origin | null, agent: string): Told {
  switch (origin?.from) {
    case "prompt":
      return {
        kind: "prompt",
        title: `${origin.name}@${origin.version ?? "draft"}`,
        about: origin.version ? "written by a prompt author" : "written in a draft that is not stored",
        href: prompt(agent, origin.name, origin.version),
      };
    case "context":
      return { kind: "value", title: `context key ${origin.name}`, about: "a value of this turn, kept as data" };
    case "config":
      return { kind: "value", title: "config", about: "a constant of the agent" };
    case "agent":
      return { kind: "prompt", title: `agent.yaml: ${origin.name}`, about: "written in the agent's own file" };
    case "history":
      return { kind: "talk", title: `history, message ${origin.index + 1}`, about: "what was said before" };
    case "round":
      return { kind: "talk", title: `round ${origin.index + 1}`, about: "what was said in this turn behind the message" };
    case "message":
      return { kind: "talk", title: "message", about: "what the user just said" };
    default:
      return { kind: "engine", title: "engine", about: "written by Proem itself: a separator, a fence, a neutral line" };
  }
}

/**
 * Owns the way from a piece of text to where it came from: another page, or a field of the form.
 *
 * It must never lead to what is not there: a piece without a way has none.
 */
import type { Manifest, Origin, Outline } from "~/api/shapes";
import { conversation, layers, memoriesOf, prompt } from "~/lib/links";
import type { Turn } from "./turn.svelte";

export interface Way {
  /** Where it leads, in a few words. */
  label: string;
  /** A page. */
  href?: string;
  /** A field of the form: `message`, `state.user.name`, `history.3`. */
  field?: string;
}

/** What a way is found with. */
export interface Around {
  outline: Outline;
  manifest: Manifest;
  turn: Pick<Turn, "talk" | "next">;
}

/** The way to where an origin is; null where there is none. */
export function way(origin: Origin | null, around: Around): Way | null {
  const { outline, manifest, turn } = around;
  switch (origin?.from) {
    case "prompt": {
      const at = origin.version ? `version ${origin.version}` : "the prompt";
      return { label: `open ${at} in the editor`, href: prompt(outline.agent, origin.name, origin.version) };
    }
    case "agent": {
      const [, open] = /^layers\/([^/]+)/.exec(origin.name) ?? [];
      return { label: "open the layers", href: layers(outline.agent, { call: manifest.call, open }) };
    }
    case "message":
      return { label: "go to the message", field: "message" };
    case "config":
      return { label: "go to the constants", field: "config" };
    case "history":
      return said(origin.index, turn);
    case "context": {
      const source = manifest.context.find((entry) => entry.key === origin.name)?.source;
      const declared = outline.context.find((key) => key.name === origin.name)?.source;
      return valued(source === "default" ? declared : source, around);
    }
    default:
      return null;
  }
}

function said(message: number, turn: Around["turn"]): Way {
  const { talk } = turn;
  if (!talk) return { label: `go to message ${message + 1}`, field: `history.${message}` };
  const n = talk.turnOf(message);
  return { label: n ? `open turn ${n} of the conversation` : "open the conversation", href: conversation(talk.session.id, n) };
}

/** The way to what an expression reads: the first root or state key in it. */
function valued(source: string | undefined, { outline, turn }: Around): Way | null {
  if (source === undefined) return null;
  const path = /\b(state|before|input|config|message|history|memory)\b((?:\.[a-z_]\w*)*)/i.exec(source);
  const root = path?.[1];
  const key = outline.state.find((one) => new RegExp(`\\b${one.name}\\b`).test(source));
  if (root === "memory") {
    const user = turn.talk?.session.user;
    return turn.next && user
      ? { label: `open what is remembered of ${user}`, href: memoriesOf(user) }
      : { label: "go to the memory", field: "memory" };
  }
  if (root === "state" || root === "before") return { label: "go to the state", field: `state${path?.[2] ?? ""}` };
  if (root === "input" || root === "config") return { label: `go to the ${root}`, field: root };
  if (root === "message" || root === "history") return { label: `go to the ${root}`, field: root };
  return key ? { label: "go to the state", field: `state.${key.name}` } : null;
}

/**
 * Owns what a fix of the service comes to in the editor: changes in characters, of the text that was
 * checked and no other.
 */
import type { Diagnostic } from "~/api/shapes";
import { ByteText } from "~/lib/bytes";

/** A remedy as the editor applies it. */
export interface Mend {
  title: string;
  /** The text that it was made for. */
  of: string;
  changes: { from: number; to: number; insert: string }[];
}

/**
 * The remedy of a finding. `draft` is what was checked: `text`, with an empty front matter before it where
 * it has none. What belongs into that one brings a front matter of its own.
 */
export function mend(fix: NonNullable<Diagnostic["fix"]>, text: string, draft: string): Mend {
  const shift = draft.length - text.length;
  const bytes = new ByteText(draft);
  const changes = fix.edits.map((edit) => {
    const [from, to] = [bytes.at(edit.start) - shift, bytes.at(edit.end) - shift];
    return from < 0 ? { from: 0, to: 0, insert: `---\n${edit.text}---\n` } : { from, to, insert: edit.text };
  });
  return { title: fix.title, of: text, changes };
}

/** The text with a remedy applied. */
export function mended({ of, changes }: Mend): string {
  return [...changes].reverse().reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), of);
}

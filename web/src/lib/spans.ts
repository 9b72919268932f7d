/**
 * Owns the text that the model reads as pieces of which each has one origin and at most one layer.
 *
 * It must never leave a byte out: the pieces of a part, joined, are the text that stands in the payload.
 */
import type { Layer, Manifest, Origin, Json } from "~/api/shapes";
import { ByteText } from "~/lib/bytes";
import { at } from "~/lib/pointer";

export interface Piece {
  /** Its place among all pieces. */
  index: number;
  /** Its bytes among all text. */
  from: number;
  to: number;
  /** Its place in characters, over all parts. */
  start: number;
  text: string;
  origin: Origin | null;
  layer: string | null;
}

/** A text part of the payload: a message, or a part of one. */
export interface Block {
  pointer: string;
  role: string;
  pieces: Piece[];
}

export interface Laid {
  blocks: Block[];
  pieces: Piece[];
  /** Characters of all text. */
  length: number;
}

/** The text of an assembly, in payload order. */
export function lay(payload: Json, manifest: Manifest): Laid {
  const origins = sorted(manifest.origins);
  const layers = sorted(manifest.layers.filter(hasSpan));
  const edges = [...origins, ...layers].flatMap((entry) => entry.span).sort((one, other) => one - other);
  const laid: Laid = { blocks: [], pieces: [], length: 0 };
  for (const part of manifest.parts) {
    const [from = 0, to = 0] = part.span;
    const found = at(payload, part.pointer);
    const text = new ByteText(typeof found === "string" ? found : "");
    const inner = edges.filter((edge) => edge > from && edge < to);
    const cuts = [...new Set([from, ...inner, to])];
    const pieces: Piece[] = [];
    for (const [place, start] of cuts.entries()) {
      const end = cuts[place + 1];
      if (end === undefined || end === start) continue;
      const piece: Piece = {
        index: laid.pieces.length,
        from: start,
        to: end,
        start: laid.length,
        text: text.slice(start - from, end - from),
        origin: holding(origins, start) ?? null,
        layer: holding(layers, start)?.id ?? null,
      };
      laid.length += piece.text.length;
      laid.pieces.push(piece);
      pieces.push(piece);
    }
    laid.blocks.push({ pointer: part.pointer, role: part.role, pieces });
  }
  return laid;
}

/** The text of a layer; empty where it has none. */
export function textOf(laid: Laid, layer: string): string {
  return laid.pieces
    .filter((piece) => piece.layer === layer)
    .map((piece) => piece.text)
    .join("");
}

type Spanned = { span: number[] };

function hasSpan(layer: Layer): layer is Layer & Spanned {
  return Array.isArray(layer.span);
}

function sorted<T extends Spanned>(entries: readonly T[]): T[] {
  return [...entries].sort((one, other) => (one.span[0] ?? 0) - (other.span[0] ?? 0));
}

/** The entry in whose span a byte lies; entries are in order and do not overlap. */
function holding<T extends Spanned>(entries: readonly T[], byte: number): T | undefined {
  let [low, high] = [0, entries.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    const [from = 0, to = 0] = entry?.span ?? [];
    if (byte < from) high = middle - 1;
    else if (byte >= to) low = middle + 1;
    else return entry;
  }
  return undefined;
}

/**
 * Owns the way between bytes and characters: the service counts text in bytes of UTF-8, a page in
 * UTF-16 units.
 */
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8");

/** A text of which pieces are asked for by their bytes. */
export class ByteText {
  private readonly bytes: Uint8Array;
  /** Where ASCII alone is in it, bytes and characters are the same. */
  private readonly plain: boolean;

  constructor(readonly text: string) {
    this.bytes = encoder.encode(text);
    this.plain = this.bytes.length === text.length;
  }

  get length(): number {
    return this.bytes.length;
  }

  /** The characters of some bytes. */
  slice(from: number, to: number): string {
    return this.plain ? this.text.slice(from, to) : decoder.decode(this.bytes.subarray(from, to));
  }

  /** The place in characters of a place in bytes. */
  at(byte: number): number {
    return this.plain ? Math.min(byte, this.text.length) : this.slice(0, byte).length;
  }
}

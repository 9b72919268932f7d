/**
 * Owns how the prompt is typed out: where the typing stands, and how fast it goes.
 */

/** Characters in a second at speed 1. */
const PACE = 240;

export const SPEEDS = [1, 2, 4, 8, 16] as const;

export class Player {
  /** How many characters are shown. */
  position = $state(0);
  /** How many there are. */
  length = $state(0);
  playing = $state(false);
  speed = $state<number>(4);
  private frame = 0;
  private last = 0;

  get done(): boolean {
    return this.position >= this.length;
  }

  /** Told of another text. Whoever was looking at all of it looks at all of the new one. */
  load(length: number): void {
    const all = this.done;
    this.length = length;
    if (all || this.position > length) this.position = length;
  }

  play(): void {
    if (this.done) this.position = 0;
    this.playing = true;
    this.last = performance.now();
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.frame);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Goes to a place, and stays there. */
  seek(position: number): void {
    this.pause();
    this.position = Math.max(0, Math.min(this.length, position));
  }

  /** Goes on to the next of some places. */
  step(places: readonly number[]): void {
    if (this.done) this.position = 0;
    this.seek(places.find((place) => place > this.position) ?? this.length);
  }

  all(): void {
    this.seek(this.length);
  }

  private tick(now: number): void {
    const passed = Math.min(now - this.last, 100) / 1000;
    this.last = now;
    this.position = Math.min(this.length, this.position + Math.max(1, Math.round(passed * PACE * this.speed)));
    if (this.done) this.playing = false;
    else this.frame = requestAnimationFrame((next) => this.tick(next));
  }
}

/**
 * Owns how numbers, times and names are written, so that they look the same on every page.
 */
const number = new Intl.NumberFormat("en-US");
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "long" });
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** `12,345`. */
export function count(value: number): string {
  return number.format(value);
}

/** `+12` or `−3`, with a real minus sign. */
export function signed(value: number): string {
  return value > 0 ? `+${count(value)}` : value < 0 ? `−${count(-value)}` : "0";
}

/** `+7 tokens`, `−1 token`. */
export function moved(value: number): string {
  return `${signed(value)} ${Math.abs(value) === 1 ? "token" : "tokens"}`;
}

/** `1 turn`, `2 turns`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** A time in the viewer's zone. */
export function time(iso: string): string {
  return moment.format(new Date(iso));
}

/** A time in the viewer's zone, with its zone. */
export function exactTime(iso: string): string {
  return exact.format(new Date(iso));
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** `5 minutes ago`. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return "just now";
}

/** A value in one line: text as it is, everything else as JSON with room to read. */
export function inline(value: unknown): string {
  if (value === undefined) return "not set";
  return typeof value === "string" ? value : JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
}

/** The beginning of a hash, without its kind. */
export function hash(value: string): string {
  return value.replace(/^b3:/, "").slice(0, 10);
}

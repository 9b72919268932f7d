/**
 * Owns how two texts are compared: line by line, and word by word where a line changed.
 */
import { diffLines, diffWordsWithSpace } from "diff";

export type Sign = "same" | "old" | "new";

export interface Row {
  sign: Sign;
  /** The numbers of the line on either side, counted from 1; none where it is not there. */
  from: number | null;
  to: number | null;
  /** Pieces of the line; those that changed within it are marked. */
  pieces: { text: string; changed: boolean }[];
}

/** The lines of two texts, side by side in one column. */
export function compare(from: string, to: string): Row[] {
  const rows: Row[] = [];
  let [left, right] = [1, 1];
  const changes = diffLines(ended(from), ended(to));
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    if (!change) continue;
    const next = changes[at + 1];
    if (change.removed && next?.added) {
      const [olds, news] = words(change.value, next.value);
      for (const pieces of olds) rows.push({ sign: "old", from: left++, to: null, pieces });
      for (const pieces of news) rows.push({ sign: "new", from: null, to: right++, pieces });
      at += 1;
      continue;
    }
    for (const text of lines(change.value)) {
      const pieces = [{ text, changed: false }];
      if (change.removed) rows.push({ sign: "old", from: left++, to: null, pieces });
      else if (change.added) rows.push({ sign: "new", from: null, to: right++, pieces });
      else rows.push({ sign: "same", from: left++, to: right++, pieces });
    }
  }
  return rows;
}

/** Rows that changed, with some lines around them; what is left out between them is a number. */
export function near(rows: readonly Row[], around = 3): (Row | number)[] {
  const keep = rows.map(() => false);
  rows.forEach((row, at) => {
    if (row.sign === "same") return;
    for (let near = at - around; near <= at + around; near += 1) if (near in keep) keep[near] = true;
  });
  const shown: (Row | number)[] = [];
  let left = 0;
  rows.forEach((row, at) => {
    if (!keep[at]) {
      left += 1;
      return;
    }
    if (left > 0) shown.push(left);
    left = 0;
    shown.push(row);
  });
  if (left > 0) shown.push(left);
  return shown;
}

export interface UnifiedLine {
  /** `@` stands between two places of the text. */
  sign: Sign | "@";
  pieces: Pieces;
}

/** The lines of a difference in unified form, with what changed within them. */
export function unified(text: string): UnifiedLine[] {
  const signs: Record<string, UnifiedLine["sign"]> = { "+": "new", "-": "old", "@": "@" };
  const lines = text
    .replace(/\n$/, "")
    .split("\n")
    .filter((line) => !/^(---|\+\+\+) /.test(line))
    .map((line): UnifiedLine => ({ sign: signs[line[0] ?? ""] ?? "same", pieces: [{ text: line.slice(1), changed: false }] }));
  const plain = (some: UnifiedLine[]) => some.map((line) => line.pieces[0]?.text ?? "").join("\n");
  for (let at = 0; at < lines.length; ) {
    const olds = run(lines, at, "old");
    const news = run(lines, at + olds.length, "new");
    if (olds.length > 0 && news.length > 0) {
      const [left, right] = words(plain(olds), plain(news));
      olds.forEach((line, number) => (line.pieces = left[number] ?? line.pieces));
      news.forEach((line, number) => (line.pieces = right[number] ?? line.pieces));
    }
    at += Math.max(olds.length + news.length, 1);
  }
  return lines;
}

/** The lines of one sign that follow each other. */
function run(lines: UnifiedLine[], from: number, sign: Sign): UnifiedLine[] {
  let to = from;
  while (lines[to]?.sign === sign) to += 1;
  return lines.slice(from, to);
}

type Pieces = Row["pieces"];

/** The lines of a changed place, before and after, with what changed within them. */
function words(from: string, to: string): [Pieces[], Pieces[]] {
  const [olds, news]: [Pieces[], Pieces[]] = [[[]], [[]]];
  for (const change of diffWordsWithSpace(from.replace(/\n$/, ""), to.replace(/\n$/, ""))) {
    const changed = Boolean(change.added || change.removed);
    if (!change.added) spread(olds, change.value, changed);
    if (!change.removed) spread(news, change.value, changed);
  }
  return [olds, news];
}

function spread(into: Pieces[], value: string, changed: boolean): void {
  value.split("\n").forEach((text, at) => {
    if (at > 0) into.push([]);
    if (text !== "") into[into.length - 1]?.push({ text, changed });
  });
}

const ended = (text: string) => (text === "" || text.endsWith("\n") ? text : `${text}\n`);
const lines = (text: string) => text.replace(/\n$/, "").split("\n");

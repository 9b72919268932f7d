/**
 * Owns where the boxes of a graph stand and how the lines between them run: in ranks from top to bottom, with
 * few crossings.
 *
 * The same graph is always laid out the same way. It must never lose a box or a line, also where a graph has
 * cycles or parts that nothing leads to.
 */

export interface Line {
  from: string;
  to: string;
}

export interface Box {
  name: string;
  x: number;
  y: number;
  rank: number;
}

export interface Course extends Line {
  /** Points that the line goes through, from the bottom of a box to the top of the next. */
  points: [number, number][];
  /** Whether it leads back to an earlier rank. */
  back: boolean;
}

export interface Layout {
  boxes: Box[];
  courses: Course[];
  width: number;
  height: number;
}

export interface Sizes {
  width: number;
  height: number;
  /** Between boxes of a rank, and between ranks. */
  gapX: number;
  gapY: number;
}

/** How often the order within ranks is swept for fewer crossings. */
const SWEEPS = 12;

/** Lays out a graph; `start` stands on top. */
export function layout(names: readonly string[], lines: readonly Line[], start: string | null, sizes: Sizes): Layout {
  const known = new Set(names);
  const unique = [...new Map(lines.filter((line) => known.has(line.from) && known.has(line.to)).map((line) => [key(line), line])).values()];
  const ordered = start && known.has(start) ? [start, ...names.filter((name) => name !== start)] : [...names];
  const back = backward(ordered, unique);
  const forward = unique.filter((line) => line.from !== line.to).map((line) => (back.has(key(line)) ? { from: line.to, to: line.from } : line));
  const ranks = ranked(ordered, forward);
  const { rows, chains } = dotted(ordered, unique.filter((line) => line.from !== line.to), ranks, back);
  const links = [...chains.values()].flatMap((chain) => chain.slice(1).map((to, at): Line => ({ from: chain[at] ?? to, to })));
  sweep(rows, links);
  const x = aligned(rows, links, known, sizes);
  const top = (rank: number) => rank * (sizes.height + sizes.gapY);
  const boxes = names.map((name) => ({ name, x: x.get(name) ?? 0, y: top(ranks.get(name) ?? 0), rank: ranks.get(name) ?? 0 }));
  const place = new Map(boxes.map((box) => [box.name, box]));
  const middle = (name: string) => (x.get(name) ?? 0) + sizes.width / 2;
  const courses = unique.map((line): Course => {
    const leadsBack = back.has(key(line)) || line.from === line.to;
    const [from, to] = [place.get(line.from), place.get(line.to)];
    if (leadsBack) {
      // On the right of all boxes that it passes, so that it crosses none of them.
      const side = Math.max(...boxes.map((box) => box.x)) + sizes.width + 20;
      const [y1, y2] = [(from?.y ?? 0) + sizes.height / 2, (to?.y ?? 0) + sizes.height / 2];
      return { ...line, back: true, points: [[(from?.x ?? 0) + sizes.width, y1], [side, y1 === y2 ? y1 + 12 : y1], [side, y1 === y2 ? y1 - 12 : y2], [(to?.x ?? 0) + sizes.width, y2]] };
    }
    const chain = chains.get(key(line)) ?? [];
    const dots = chain.slice(1, -1).flatMap((name, at): [number, number][] => {
      const rank = (ranks.get(line.from) ?? 0) + at + 1;
      return [[middle(name), top(rank)], [middle(name), top(rank) + sizes.height]];
    });
    return { ...line, back: false, points: [[middle(line.from), (from?.y ?? 0) + sizes.height], ...dots, [middle(line.to), to?.y ?? 0]] };
  });
  const right = [...boxes.map((box) => box.x + sizes.width), ...courses.flatMap((course) => course.points.map(([at]) => at + 2))];
  const depth = Math.max(-1, ...ranks.values()) + 1;
  return { boxes, courses, width: Math.max(0, ...right), height: Math.max(0, depth * (sizes.height + sizes.gapY) - sizes.gapY) };
}

const key = (line: Line) => `${line.from}\n${line.to}`;

/** The lines that close a cycle, as a walk from the top meets them. */
function backward(names: readonly string[], lines: readonly Line[]): Set<string> {
  const found = new Set<string>();
  const seen = new Map<string, "open" | "done">();
  for (const root of names) {
    if (seen.has(root)) continue;
    seen.set(root, "open");
    const stack = [{ name: root, ways: lines.filter((line) => line.from === root), at: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      const way = top?.ways[top.at];
      if (!top || !way) {
        if (top) seen.set(top.name, "done");
        stack.pop();
        continue;
      }
      top.at += 1;
      const state = seen.get(way.to);
      if (state === "open") found.add(key(way));
      if (state !== undefined) continue;
      seen.set(way.to, "open");
      stack.push({ name: way.to, ways: lines.filter((line) => line.from === way.to), at: 0 });
    }
  }
  return found;
}

/** The rank of each box: one below the lowest box that leads to it. */
function ranked(names: readonly string[], lines: readonly Line[]): Map<string, number> {
  const ranks = new Map(names.map((name) => [name, 0]));
  // Without cycles, as many rounds as there are boxes settle everything.
  for (let round = 0; round < names.length; round += 1) {
    let settled = true;
    for (const line of lines) {
      const least = (ranks.get(line.from) ?? 0) + 1;
      if ((ranks.get(line.to) ?? 0) < least) {
        ranks.set(line.to, least);
        settled = false;
      }
    }
    if (settled) break;
  }
  return ranks;
}

/** The boxes of each rank, with a dot wherever a long line passes it. */
function dotted(names: readonly string[], lines: readonly Line[], ranks: ReadonlyMap<string, number>, back: ReadonlySet<string>) {
  const rows: string[][] = [];
  for (const name of names) (rows[ranks.get(name) ?? 0] ??= []).push(name);
  const chains = new Map<string, string[]>();
  for (const line of lines) {
    // Lines that lead back run beside the boxes and need no place among them.
    if (back.has(key(line))) continue;
    const chain = [line.from];
    for (let rank = (ranks.get(line.from) ?? 0) + 1; rank < (ranks.get(line.to) ?? 0); rank += 1) {
      const dot = `${key(line)}\n${rank}`;
      (rows[rank] ??= []).push(dot);
      chain.push(dot);
    }
    chains.set(key(line), [...chain, line.to]);
  }
  return { rows: Array.from(rows, (row) => row ?? []), chains };
}

/** Orders each rank by where its neighbours stand, down and up again, and keeps the best order. */
function sweep(rows: string[][], links: readonly Line[]): void {
  let best = rows.map((row) => [...row]);
  let least = crossings(rows, links);
  for (let round = 0; round < SWEEPS && least > 0; round += 1) {
    const down = round % 2 === 0;
    const at = new Map(rows.flatMap((row) => row.map((name, place): [string, number] => [name, place])));
    const order = down ? rows.keys() : [...rows.keys()].reverse();
    for (const rank of order) {
      const row = rows[rank] ?? [];
      const weight = new Map(
        row.map((name, place): [string, number] => {
          const near = links.filter((link) => (down ? link.to : link.from) === name).map((link) => at.get(down ? link.from : link.to) ?? 0);
          return [name, near.length > 0 ? near.reduce((sum, one) => sum + one, 0) / near.length : place];
        }),
      );
      row.sort((one, other) => (weight.get(one) ?? 0) - (weight.get(other) ?? 0));
      row.forEach((name, place) => at.set(name, place));
    }
    const now = crossings(rows, links);
    if (now < least) [least, best] = [now, rows.map((row) => [...row])];
  }
  best.forEach((row, rank) => (rows[rank] = row));
}

/** How often lines between neighbouring ranks cross. */
export function crossings(rows: readonly string[][], links: readonly Line[]): number {
  let found = 0;
  for (const [rank, row] of rows.entries()) {
    const below = rows[rank + 1] ?? [];
    const ends = links.filter((link) => row.includes(link.from) && below.includes(link.to)).map((link) => [row.indexOf(link.from), below.indexOf(link.to)] as const);
    for (const [at, [a, b]] of ends.entries()) {
      for (const [c, d] of ends.slice(at + 1)) if ((a - c) * (b - d) < 0) found += 1;
    }
  }
  return found;
}

/** Where each box and dot stands: near the middle of its neighbours, in the order of its rank, never over another. */
function aligned(rows: readonly string[][], links: readonly Line[], boxes: ReadonlySet<string>, sizes: Sizes): Map<string, number> {
  const x = new Map<string, number>();
  const step = (name: string) => (boxes.has(name) ? sizes.width : sizes.width / 3) + sizes.gapX;
  // A dot is as narrow as the line that it stands for, and is measured by its middle like a box.
  const inset = (name: string) => (boxes.has(name) ? 0 : sizes.width / 3);
  for (const row of rows) {
    let at = 0;
    for (const name of row) {
      x.set(name, at - inset(name));
      at += step(name);
    }
  }
  // Downwards below what leads to it, upwards above where it leads; the last way is down, which makes lines straight.
  for (let round = 0; round <= SWEEPS; round += 1) {
    const down = round % 2 === 0;
    for (const row of down ? [...rows] : [...rows].reverse()) {
      const wished = row.map((name) => {
        const near = links.filter((link) => (down ? link.to : link.from) === name).map((link) => x.get(down ? link.from : link.to) ?? 0);
        return near.length > 0 ? near.reduce((sum, one) => sum + one, 0) / near.length : (x.get(name) ?? 0);
      });
      settle(row, wished, x, step, inset);
    }
  }
  const least = Math.min(...[...x].map(([name, at]) => at + inset(name)));
  for (const [name, at] of x) x.set(name, Math.round(at - least));
  return x;
}

/** Puts a rank as near to the wished places as its order and the gaps allow. */
function settle(row: readonly string[], wished: readonly number[], x: Map<string, number>, step: (name: string) => number, inset: (name: string) => number): void {
  // From the left as far right as wished, then from the right as far left: the middle of both has the gaps too.
  const left: number[] = [];
  row.forEach((name, at) => {
    const before = row[at - 1];
    const least = before === undefined ? -Infinity : (left[at - 1] ?? 0) + inset(before) + step(before) - inset(name);
    left.push(Math.max(wished[at] ?? 0, least));
  });
  const right: number[] = new Array<number>(row.length).fill(0);
  for (let at = row.length - 1; at >= 0; at -= 1) {
    const [name, next] = [row[at] ?? "", row[at + 1]];
    const most = next === undefined ? Infinity : (right[at + 1] ?? 0) + inset(next) - step(name) - inset(name);
    right[at] = Math.min(wished[at] ?? 0, most);
  }
  row.forEach((name, at) => x.set(name, ((left[at] ?? 0) + (right[at] ?? 0)) / 2));
}

/** A line through points, as a path with soft bends. */
export function path(course: Course): string {
  const [first, ...rest] = course.points;
  if (!first) return "";
  if (course.back) {
    return `M${first[0]} ${first[1]} ${rest.map(([x, y]) => `L${x} ${y}`).join(" ")}`;
  }
  let written = `M${first[0]} ${first[1]}`;
  let [x, y] = first;
  for (const [nextX, nextY] of rest) {
    const half = (y + nextY) / 2;
    written += nextX === x ? ` L${nextX} ${nextY}` : ` C${x} ${half} ${nextX} ${half} ${nextX} ${nextY}`;
    [x, y] = [nextX, nextY];
  }
  return written;
}

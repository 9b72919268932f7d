/**
 * Owns searching short names as one types: letters in order, those at the beginnings of words first.
 */

/** How well a name answers a query; 0 is not at all. */
export function score(query: string, name: string): number {
  const wanted = query.toLowerCase().replaceAll(/\s+/g, "");
  if (wanted === "") return 1;
  const given = name.toLowerCase();
  const whole = given.indexOf(wanted);
  if (whole >= 0) return 1000 - whole - given.length / 100;
  return Math.max(walk(wanted, given, true), walk(wanted, given, false));
}

/** Letters in order; a jump to the beginning of a word is worth more, where it may be taken. */
function walk(wanted: string, given: string, jumps: boolean): number {
  let points = 0;
  let from = 0;
  for (const letter of wanted) {
    const next = given.indexOf(letter, from);
    if (next < 0) return 0;
    const word = jumps ? beginning(letter, given, from) : -1;
    const found = word >= 0 ? word : next;
    points += begins(given, found) ? 8 : found === from ? 4 : 1;
    from = found + 1;
  }
  return points;
}

/** The next place at which a word begins with a letter; -1 where none does. */
function beginning(letter: string, given: string, from: number): number {
  for (let at = given.indexOf(letter, from); at >= 0; at = given.indexOf(letter, at + 1)) {
    if (begins(given, at)) return at;
  }
  return -1;
}

function begins(given: string, at: number): boolean {
  return at === 0 || /[\s/_.-]/.test(given[at - 1] ?? "");
}

/** The items that answer a query, best first. */
export function search<T>(query: string, items: readonly T[], name: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, points: score(query, name(item)) }))
    .filter(({ points }) => points > 0)
    .sort((one, other) => other.points - one.points)
    .map(({ item }) => item);
}

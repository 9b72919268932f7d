import { expect, test } from "vitest";
import { Paged } from "./paged.svelte";

/** Pages of numbers, and a note of which were read. */
function pages(count: number, size: number) {
  const read: number[] = [];
  return {
    read,
    page: async (after: string | undefined) => {
      const page = Number(after ?? 0);
      read.push(page);
      const items = Array.from({ length: size }, (_, at) => page * size + at);
      return { items, next: page + 1 < count ? String(page + 1) : null };
    },
  };
}

test("a list is read as far as it is looked at, and no further", async () => {
  const { read, page } = pages(3, 50);
  const list = new Paged<number>();
  await list.load(page);
  expect([list.rows.length, list.more, read]).toEqual([50, true, [0]]);
  await list.nearEnd();
  await list.nearEnd();
  await list.nearEnd();
  expect([list.rows.length, list.more, read]).toEqual([150, false, [0, 1, 2]]);
});

test("what the service cannot look for is sought until a screen is full", async () => {
  const { read, page } = pages(20, 10);
  const list = new Paged<number>();
  await list.load(page, (row) => row % 2 === 0);
  expect([list.rows.length, list.looked, list.more]).toEqual([40, 80, true]);
  expect(list.rows.every((row) => row % 2 === 0)).toBe(true);
  await list.nearEnd();
  expect([list.rows.length, list.looked]).toEqual([80, 160]);
  expect(read).toHaveLength(16);
});

test("a newer question wins over an older one, and a problem is kept", async () => {
  const list = new Paged<string>();
  let answer: (page: { items: string[] }) => void = () => {};
  const slow = list.load(() => new Promise((resolve) => (answer = resolve)));
  await list.load(async () => ({ items: ["new"] }));
  answer({ items: ["old"] });
  await slow;
  expect([list.rows, list.busy]).toEqual([["new"], false]);
  await list.load(() => Promise.reject(new Error("no")));
  expect(list.problem).toBeInstanceOf(Error);
});

test("rows are replaced and taken out", async () => {
  const list = new Paged<{ id: number; text: string }>();
  await list.load(async () => ({ items: [{ id: 1, text: "a" }, { id: 2, text: "b" }] }));
  list.replace((row) => row.id === 1, { id: 1, text: "c" });
  list.replace((row) => row.id === 2, null);
  expect(list.rows).toEqual([{ id: 1, text: "c" }]);
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { browse, open, Service, type Tab } from "./service";

let service: Service;
let browser: Browser;
let tab: Tab;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
});
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

const MATRIX = "/agents/support/matrix";
const aside = () => tab.page.locator("section.aside");
const query = () => new URL(tab.page.url()).searchParams;

test("each combination is allowed, refused or moved by the gate, with its tokens", async () => {
  tab = await open(browser, service, MATRIX);
  const { page } = tab;
  await page.getByRole("grid").waitFor();
  expect(await page.getByRole("gridcell").count()).toBe(72);
  expect(await page.locator("td.refused").count()).toBe(18);
  expect(await page.getByRole("columnheader").allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining("MI"), expect.stringContaining("none")]));
  await expect.poll(() => aside().innerText()).toContain("All 1,440 states");
  await page.getByLabel("crisis.level", { exact: true }).selectOption("2");
  await page.locator("td.gated").first().waitFor();
  expect(query().get("at.crisis.level")).toBe("2");
  expect(await page.locator("td.gated").first().innerText()).toMatch(/crisis[\s\S]*→ CRI/);
  expect(await findings(page)).toEqual([]);
});

test("a column or a row that is pointed at is lit and told", async () => {
  tab = await open(browser, service, MATRIX);
  const { page } = tab;
  await page.getByRole("grid").waitFor();
  await page.getByRole("columnheader", { name: "CBT" }).hover();
  await expect.poll(() => page.locator("td.lit").count()).toBe(9);
  // What is short above a column is told below the table, and to who cannot see the tooltip.
  const legend = page.locator("dl", { hasText: "GRF" });
  expect(await legend.innerText()).toMatch(/GRF\s+\S*[Gg]rie/);
  expect(await page.getByRole("columnheader", { name: /[Gg]rie/ }).getAttribute("title")).toMatch(/[Gg]rie/);
  expect(await aside().innerText()).toMatch(/CBT[\s\S]*Work on the links[\s\S]*allowed/);
  await page.getByRole("rowheader", { name: /Safety check/ }).hover();
  await expect.poll(() => page.locator("td.lit").count()).toBe(8);
  expect(await aside().innerText()).toMatch(/refused\s*6/);
});

test("cells are walked with the arrow keys, and lead to live assembly of their state", async () => {
  tab = await open(browser, service, MATRIX);
  const { page } = tab;
  await page.getByRole("grid").waitFor();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => aside().innerText()).toMatch(/Reflective[\s\S]*CBT/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Live assembly" }).waitFor();
  expect(JSON.parse(query().get("state") ?? "")).toEqual({ response_style: "reflective", approach: "cbt", crisis: { level: 0 } });
  await page.locator("ol.layers > li", { hasText: "Approach" }).first().waitFor();
  expect(await page.locator("ol.layers").innerText()).toContain("approach");
});

test("any keys can be rows, columns and tables, and a colleague sees the same", async () => {
  tab = await open(browser, service, MATRIX);
  const { page } = tab;
  await page.getByRole("grid").waitFor();
  await page.getByLabel("Third key", { exact: true }).selectOption("crisis.level");
  await expect.poll(() => page.getByRole("grid").count()).toBe(4);
  await page.getByLabel("Rows", { exact: true }).selectOption("session_stage");
  await expect.poll(() => page.getByRole("rowheader").count()).toBe(20);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Swap rows and columns" }).click();
  await expect.poll(() => page.getByRole("rowheader").count()).toBe(32);
  await page.reload();
  await page.getByRole("grid").first().waitFor();
  await expect.poll(() => page.getByRole("rowheader").count()).toBe(32);
  expect(await findings(page)).toEqual([]);
});

test("who may not run is not led to live assembly", async () => {
  const key = await service.keyFor("read");
  tab = await open(browser, service, MATRIX, { key });
  await tab.page.getByRole("grid").waitFor();
  expect(await tab.page.getByRole("grid").getByRole("link").count()).toBe(0);
  expect(await findings(tab.page)).toEqual([]);
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, "/agents/coach/matrix", { theme, width: 640 });
  await tab.page.getByRole("grid").waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

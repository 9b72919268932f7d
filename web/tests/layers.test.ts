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

const LAYERS = "/agents/support/layers";
const card = (title: string) => tab.page.locator("li.panel", { has: tab.page.locator(".title", { hasText: new RegExp(`^\\s*${title}`) }) });

test("each layer says what it is for, its badges and when it changes", async () => {
  tab = await open(browser, service, LAYERS);
  const { page } = tab;
  await card("Approach").waitFor();
  const order = await page.locator("li.panel .title").allInnerTexts();
  expect(order.slice(0, 3).map((title) => title.replaceAll(/\s+/g, " ").trim())).toEqual(["Core", "Response style response", "Approach"]);
  expect(await card("Core").innerText()).toMatch(/sealed[\s\S]*only with a new version/);
  expect(await card("Approach").innerText()).toMatch(/Which school of thought[\s\S]*chosen[\s\S]*optional[\s\S]*per turn/);
  expect(await card("Working memory").innerText()).toContain("memories from memory.entries");
  expect(await findings(page)).toEqual([]);
});

test("the sources of a layer are read where they stand, with the keyboard alone", async () => {
  tab = await open(browser, service, LAYERS);
  const { page } = tab;
  await card("Approach").waitFor();
  await card("Approach").locator("button.head").focus();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).searchParams.get("open")).toBe("approach");
  const choice = card("Approach").getByRole("button", { name: /CBT approach\/cbt$/ });
  await choice.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Text of approach/cbt", exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "approach/cbt" }).waitFor();
});

test("the crisis call says that it is isolated, and the address keeps what was chosen", async () => {
  tab = await open(browser, service, LAYERS);
  const { page } = tab;
  await page.getByLabel("Call").selectOption("crisis");
  await page.getByText("isolated: no memory, rules or recall").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Table" }).click();
  await page.getByRole("columnheader", { name: "When it changes" }).waitFor();
  await page.reload();
  await page.getByRole("rowheader", { name: /Assessment/ }).waitFor();
  expect(await page.getByRole("table").innerText()).not.toContain("Working memory");
  expect(await findings(page)).toEqual([]);
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, "/agents/sales/layers?open=core", { theme, width: 620 });
  await tab.page.getByRole("region", { name: "Text of core/identity" }).waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

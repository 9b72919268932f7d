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

const FLOW = "/agents/sales/flow";
const box = (step: string) => tab.page.locator(`[data-step="${step}"]`);
const side = () => tab.page.locator("section.side");

test("all steps stand in the graph, from the start down, and a step says what it does", async () => {
  tab = await open(browser, service, FLOW);
  const { page } = tab;
  await box("volume").waitFor();
  expect(await page.locator("button.box").count()).toBe(13);
  const top = async (step: string) => (await box(step).boundingBox())?.y ?? 0;
  expect(await top("welcome")).toBeLessThan(await top("organisation"));
  expect(await top("volume")).toBeLessThan(await top("enterprise"));
  await box("volume").click();
  await page.getByText("Never quote a price in this step").waitFor();
  const told = await side().innerText();
  expect(told).toMatch(/asks again 1 time, then leaves the value open/);
  expect(told).toMatch(/Enterprise\s*when slots.volume >= config.enterprise_from/);
  expect(told).toContain("Roughly how many messages a month");
  expect(await findings(page)).toEqual([]);
});

test("the ways are followed with the arrow keys", async () => {
  tab = await open(browser, service, FLOW);
  const { page } = tab;
  await box("welcome").waitFor();
  await page.keyboard.press("f");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).searchParams.get("step")).toBe("need");
  await side().getByRole("button", { name: "Channels" }).click();
  expect(new URL(page.url()).searchParams.get("step")).toBe("channels");
});

test("a conversation is played, seen in the graph, and goes on behind a reload", async () => {
  tab = await open(browser, service, `${FLOW}?tab=play`);
  const { page } = tab;
  await page.getByRole("button", { name: "Begin a conversation" }).click();
  const say = page.getByLabel("Your message");
  await page.getByText("May I ask your name?").waitFor();
  await say.fill("Aylin");
  await page.keyboard.press("Enter");
  await page.getByText("next to organisation").waitFor();
  await expect.poll(() => box("organisation").getAttribute("class")).toContain("now");
  expect(await page.locator("path.passed").count()).toBe(1);
  expect(await page.locator("dl.slots").innerText()).toMatch(/name\s*Aylin/);
  await page.reload();
  await page.getByText("next to organisation").waitFor();
  await expect.poll(() => box("organisation").getAttribute("class")).toContain("now");
  await page.getByRole("tab", { name: "Step" }).click();
  await expect.poll(() => side().innerText()).toMatch(/are in it now\s*1/);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("tab", { name: "Play" }).click();
  await page.getByRole("link", { name: "Open the conversation" }).click();
  await page.getByRole("heading", { name: "Turn 2 " }).waitFor();
  await page.locator("[data-turn='2'] .user").getByText("Aylin").waitFor();
});

test("an agent without steps says what a flow is", async () => {
  tab = await open(browser, service, "/agents/coach/flow");
  await tab.page.getByRole("heading", { name: "coach has no flow" }).waitFor();
  await tab.page.getByRole("link", { name: "Look at sales" }).click();
  await box("welcome").waitFor();
});

test("who may not run is not offered to play", async () => {
  const key = await service.keyFor("read");
  tab = await open(browser, service, `${FLOW}?tab=play`, { key });
  await box("welcome").waitFor();
  expect(await tab.page.getByRole("tab", { name: "Play" }).count()).toBe(0);
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, FLOW, { theme, width: 700 });
  await box("welcome").waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

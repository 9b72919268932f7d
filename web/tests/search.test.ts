import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { browse, open, Service, type Tab } from "./service";

let service: Service;
let browser: Browser;
let tab: Tab;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
  await said("ann", "My sister lives in Bristol.", "She keeps <b onclick=alert(1)>bees</b> & honey.");
  await said("ben", "I had a rough day.");
});
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

/** A conversation in which somebody says something. */
async function said(user: string, ...messages: string[]): Promise<void> {
  const { id } = await service.ask("POST", "sessions", { agent: "support", user });
  for (const message of messages) await service.ask("POST", `sessions/${id}/turns`, { message, wait: true });
}

test("a conversation is found by what was said, with the place and the words marked as text", async () => {
  tab = await open(browser, service, "/sessions");
  const { page } = tab;
  await page.getByRole("link", { name: "ben" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("bees honey");
  await page.getByRole("link", { name: "ben" }).waitFor({ state: "detached" });
  const row = page.getByRole("row").last();
  // What runs behind a turn takes a number too, so that the second message is not always in the second.
  const place = row.getByText(/^turn \d+, user:$/);
  await place.waitFor();
  const turn = /\d+/.exec(await place.innerText())?.[0] ?? "";
  expect(await row.locator("mark").allInnerTexts()).toEqual(["bees", "honey"]);
  expect(await row.innerText()).toContain("<b onclick=alert(1)>bees</b> & honey.");
  expect(await row.locator("b").count()).toBe(0);
  expect(new URL(page.url()).searchParams.get("q")).toBe("bees honey");
  expect(await findings(page)).toEqual([]);
  await row.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("turn")).toBe(turn);
  await page.getByText("She keeps").first().waitFor();
});

test("what nobody said is not found, and states are still searched", async () => {
  tab = await open(browser, service, "/sessions?q=zeppelin");
  const { page } = tab;
  await page.getByText("No conversation answers this").waitFor();
  await page.getByText("All words must be in one message").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByLabel("Search in").selectOption("Users and states");
  await page.getByRole("searchbox").fill("ann");
  await page.getByRole("link", { name: "ben" }).waitFor({ state: "detached" });
  expect(await page.getByRole("link", { name: "ann" }).count()).toBe(1);
});

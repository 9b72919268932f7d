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

test("a key is made, told once, and revoked", async () => {
  tab = await open(browser, service, "/admin/keys");
  const { page } = tab;
  await page.getByRole("row", { name: /^first/ }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("n");
  await page.getByRole("dialog").getByLabel("Name").fill("Shop");
  await page.getByRole("dialog").getByRole("checkbox", { name: /^run/ }).check();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "The new key" });
  const secret = await dialog.locator(".secret").innerText();
  expect(secret).toMatch(/^proem_[0-9a-f]{64}$/);
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "I have it" }).click();
  expect(await page.content()).not.toContain(secret);
  await service.ask("GET", "agents", undefined, secret);
  await page.getByRole("button", { name: "Revoke Shop" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("row", { name: /Shop.*revoked/ }).waitFor();
  await expect(service.ask("GET", "agents", undefined, secret)).rejects.toThrow("401");
});

test("a label is protected and set free again", async () => {
  tab = await open(browser, service, "/admin/labels");
  const { page } = tab;
  await page.getByText("No label is protected").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByLabel("Label").fill("staging");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Unprotect staging" }).click();
  await page.getByText("No label is protected").waitFor();
});

test("a workspace is made with its first key", async () => {
  tab = await open(browser, service, "/admin/workspaces");
  const { page } = tab;
  await page.getByRole("button", { name: "New workspace" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Staging");
  await page.getByRole("dialog").getByLabel("Id").fill("staging");
  await page.keyboard.press("Enter");
  const secret = await page.getByRole("dialog", { name: "The first key" }).locator(".secret").innerText();
  expect(await service.ask("GET", "agents", undefined, secret)).toEqual({ items: [], next: null });
  await page.getByRole("button", { name: "I have it" }).click();
  await page.getByRole("row", { name: /Staging/ }).waitFor();
  expect(await findings(page)).toEqual([]);
});

test("a webhook whose host the operator has not allowed is refused with what to do", async () => {
  tab = await open(browser, service, "/admin/webhooks");
  const { page } = tab;
  await page.getByText("Nobody is told anything").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("n");
  await page.getByRole("dialog").getByLabel("Address").fill("https://hooks.example.com/proem");
  expect(await findings(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Make the webhook" }).click();
  await page.getByRole("dialog").getByText("the operator has not allowed the host").waitFor();
});

test("what waits to be done is listed", async () => {
  tab = await open(browser, service, "/admin/jobs?status=dead");
  await tab.page.getByText("Nothing was given up").waitFor();
  expect(await findings(tab.page)).toEqual([]);
});

test("every change stands in the record, and nobody has touched it", async () => {
  const body = { agent: "support", prompt_type: "response", phase: "supportive", body: "Validate first.\n", note: "<b>shorter</b>" };
  await service.ask("POST", "prompts", body);
  tab = await open(browser, service, "/audit");
  const { page } = tab;
  await page.getByRole("row", { name: /<b>shorter<\/b>/ }).first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("/");
  await page.keyboard.type("shorter supportive");
  await expect.poll(() => page.getByRole("row").count()).toBeLessThan(4);
  await page.getByRole("row").last().focus();
  await page.keyboard.press("Enter");
  const change = page.getByRole("region", { name: "Change", exact: true });
  await change.getByText("b3:").first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Verify the record" }).click();
  await page.getByText(/changes follow from each other/).waitFor();
  expect(await findings(page)).toEqual([]);
  await change.getByRole("link", { name: /response\/supportive/ }).click();
  await page.getByRole("heading", { name: "response/supportive" }).waitFor();
});

test("a narrow window keeps who and when, and roles have their names", async () => {
  const { id } = await service.ask("POST", "agent-roles", { source_role_id: "developer", name: "narrow_role" });
  tab = await open(browser, service, "/audit", { width: 420 });
  const { page } = tab;
  const row = page.getByRole("row", { name: /narrow_role/ }).first();
  await row.waitFor();
  expect(await row.innerText()).toMatch(/by \S+/);
  expect(await row.locator("time").count()).toBe(1);
  expect(await row.innerText()).not.toContain(String(id));
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect.poll(() => page.getByRole("columnheader").allInnerTexts()).toContain("Who");
  expect((await row.boundingBox())?.height).toBeLessThan(40);
});

test("whoever is no administrator is told what it takes", async () => {
  tab = await open(browser, service, "/audit", { key: await service.keyFor("edit") });
  await tab.page.getByText("Your key may not see this page").waitFor();
  await tab.page.goto(`${service.address}/admin/keys`);
  await tab.page.getByText("Your key may not see this page").waitFor();
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  for (const path of ["/audit", "/admin/keys", "/admin/workspaces"]) {
    tab = await open(browser, service, path, { theme, width: 640 });
    await tab.page.getByRole("row").nth(1).waitFor();
    expect(await findings(tab.page)).toEqual([]);
    const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
    expect(scroll).toBeLessThanOrEqual(inner ?? 0);
    if (path !== "/admin/workspaces") {
      expect(tab.faults).toEqual([]);
      await tab.context.close();
    }
  }
});

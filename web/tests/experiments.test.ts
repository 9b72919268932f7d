import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { browse, open, Service, type Tab } from "./service";

let service: Service;
let browser: Browser;
let tab: Tab;

const PROMPT = { agent: "coach", prompt_type: "coach", phase: "get_to_know_you" };

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
  await service.ask("POST", "prompts", { ...PROMPT, body: "Ask one question.\n", is_active: false, note: "shorter" });
});
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

const activeVersions = async () => {
  const found = await service.ask("GET", "prompts?agent=coach&prompt_type=coach&phase=get_to_know_you&is_active=true");
  return (found.items as unknown as { version: number }[]).map((item) => item.version);
};

test("an experiment begins, is watched, and its winner becomes active", async () => {
  tab = await open(browser, service, "/experiments");
  const { page } = tab;
  await page.getByText("No experiment is running").waitFor();
  await page.getByText("Two wordings of a prompt are tried against each other").waitFor();
  expect(await findings(page)).toEqual([]);
  // The agent that one looks at is the one that is meant.
  await page.locator("#agent").selectOption("coach");
  await page.getByText("No experiment is running").waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByLabel("Agent").inputValue()).toBe("coach");
  await dialog.getByText("Weight", { exact: true }).waitFor();
  await dialog.getByLabel("Prompt").fill("coach/get_to_know_you");
  await expect.poll(() => dialog.getByLabel("Version of arm 2").inputValue()).toBe("2");
  expect(await dialog.getByLabel("Version of arm 1").inputValue()).toBe("1");
  await dialog.getByLabel("Name", { exact: true }).fill("shorter_greeting");
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("heading", { name: "shorter_greeting" }).waitFor();
  await page.getByText("Nobody has seen an arm yet.").waitFor();

  for (let user = 0; user < 24; user += 1) {
    const { id } = await service.ask("POST", "sessions", { agent: "coach", user: `u${user}` });
    await service.ask("POST", `sessions/${id as unknown as string}/turns`, { message: "Hello" });
    await service.ask("POST", "feedback", { session: id, turn: 1, name: "helpful", value: user % 2, comment: `says ${user}` });
  }
  await page.getByRole("button", { name: "Look again" }).click();
  await page.getByRole("region", { name: "helpful" }).waitFor();
  expect(await page.getByRole("list", { name: "Differences in helpful" }).innerText()).toContain("no clear difference to control yet");
  await page.getByText("split is fine").waitFor();
  expect(await findings(page)).toEqual([]);

  await page.getByRole("button", { name: "Change weights" }).click();
  await page.getByLabel("Weight of variant").fill("3");
  await page.getByRole("cell", { name: "75 %" }).waitFor();
  await page.getByRole("button", { name: "Change the weights" }).click();
  await page.getByText("who saw an arm keeps it").first().waitFor();

  await page.getByRole("button", { name: "Promote an arm" }).click();
  await page.getByRole("dialog").getByLabel(/variant/).check();
  await page.getByRole("dialog").getByRole("button", { name: "Make it active" }).click();
  await page.getByText("is active for everybody").waitFor();
  await page.getByText("stopped", { exact: true }).waitFor();
  expect(await activeVersions()).toEqual([2]);
  await page.goto(`${service.address}/experiments?tab=stopped`);
  await page.getByRole("row", { name: /shorter_greeting/ }).waitFor();
});

test("what cannot begin is told with everything that is wrong", async () => {
  tab = await open(browser, service, "/experiments");
  const { page } = tab;
  await page.getByRole("heading", { name: "Experiments" }).waitFor();
  await page.keyboard.press("n");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Agent").selectOption("coach");
  await dialog.getByLabel("Prompt").fill("coach/get_to_know_you");
  await expect.poll(() => dialog.getByLabel("Version of arm 1").inputValue()).toBe("2");
  await dialog.getByLabel("Name", { exact: true }).fill("twice");
  await dialog.getByLabel("Name of arm 2").fill("control");
  await dialog.getByLabel("Weight of arm 1").fill("0");
  await dialog.getByLabel("Weight of arm 2").fill("0");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await dialog.getByText("two arms are called").waitFor();
  await dialog.getByText("all arms weigh nothing").waitFor();
});

test("an experiment is stopped, once one has said so", async () => {
  const arms = [1, 2].map((version) => ({ name: `v${version}`, version, weight: 1 }));
  const made = await service.ask("POST", "experiments", { agent: "coach", name: "other", prompt: "coach/get_to_know_you", arms });
  tab = await open(browser, service, `/experiments/${made.id as unknown as string}`);
  const { page } = tab;
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("dialog").getByLabel("Why").fill("no difference");
  await page.getByRole("dialog").getByRole("button", { name: "Stop" }).click();
  await page.getByText("The experiment is stopped.").waitFor();
  expect(await activeVersions()).toEqual([2]);
});

test("feedback leads to the turn that it is about", async () => {
  tab = await open(browser, service, "/experiments?tab=feedback");
  const { page } = tab;
  await page.getByRole("row", { name: /says 23/ }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("row", { name: /says 23/ }).click();
  await page.getByRole("region", { name: "Feedback" }).getByText("says 23").waitFor();
});

test("whoever may only read is offered nothing else", async () => {
  tab = await open(browser, service, "/experiments?tab=stopped", { key: await service.keyFor("read") });
  await tab.page.getByRole("row", { name: /shorter_greeting/ }).click();
  await tab.page.getByText("Who saw what").waitFor();
  for (const name of ["Stop", "Promote an arm", "Change weights"]) {
    expect(await tab.page.getByRole("button", { name }).count()).toBe(0);
  }
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, "/experiments?tab=stopped", { theme, width: 640 });
  await tab.page.getByRole("row", { name: /shorter_greeting/ }).click();
  await tab.page.getByRole("region", { name: "helpful" }).waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

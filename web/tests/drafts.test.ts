import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { browse, open, Service, type Tab } from "./service";

let service: Service;
let browser: Browser;
let tab: Tab;

const TEXTS = { two: "Second sentence here.", three: "A third sentence stands here." };
const STYLE = "/prompts/support/response/supportive";
const editor = () => tab.page.locator(".editor .cm-content");

/** Three versions of a prompt, of which the last was taken back to the first. */
async function rolledBack(phase: string): Promise<void> {
  const found = await service.ask("GET", `prompts?agent=support&prompt_type=response&phase=${phase}&is_active=true`);
  const [first] = found.items as unknown as { source: string; id: string }[];
  const line = { agent: "support", prompt_type: "response", phase };
  await service.ask("POST", "prompts", { ...line, source: `${first?.source}\n${TEXTS.two}\n`, is_active: false });
  await service.ask("POST", "prompts", { ...line, source: `${first?.source}\n${TEXTS.three}\n`, is_active: true });
  await service.ask("POST", "prompts/rollback", { agent: "support", name: `response/${phase}` });
}

async function type(text: string): Promise<void> {
  await editor().click();
  await tab.page.keyboard.press("Control+End");
  await tab.page.keyboard.insertText(text);
}

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
  await rolledBack("supportive");
});
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

test("a draft keeps the version from which it began, also behind a rollback and a reload", async () => {
  tab = await open(browser, service, STYLE);
  const { page } = tab;
  await page.getByText("version 1", { exact: true }).waitFor();
  await type("\nMy own word.");
  await page.getByText("No findings.").waitFor();
  await page.reload();
  await editor().getByText("My own word.").waitFor();
  const left = page.getByRole("status").filter({ hasText: "Unsaved changes of yours from" });
  await left.locator("time").waitFor();
  expect(await findings(page)).toEqual([]);
  expect(await page.getByText("version 1", { exact: true }).count()).toBe(1);
  await page.getByRole("button", { name: "Save version" }).click();
  const difference = page.getByRole("dialog").getByRole("region", { name: "Difference" });
  await difference.getByText("My own word.").waitFor();
  await page.getByText("What changes against version 1, which is active").waitFor();
  expect(await difference.innerText()).not.toContain(TEXTS.three);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Throw away changes" }).click();
  await expect.poll(() => editor().innerText()).not.toContain("My own word.");
  expect(await editor().innerText()).not.toContain(TEXTS.three);
  expect(await left.count()).toBe(0);
  // So it is where they are told of.
  await type("\nMy next word.");
  await page.reload();
  await left.getByRole("button", { name: "Throw them away" }).click();
  await expect.poll(() => editor().innerText()).not.toContain("My next word.");
  expect(await left.count()).toBe(0);
  // From a version that is not active, both can be compared.
  await page.goto(`${service.address}${STYLE}?version=3`);
  await editor().getByText(TEXTS.three).waitFor();
  await type("\nMy other word.");
  await page.reload();
  await editor().getByText("My other word.").waitFor();
  await page.getByRole("button", { name: "Save version" }).click();
  await page.getByText("What changes against version 3, from which you began").waitFor();
  expect(await difference.innerText()).toContain("My other word.");
  await page.getByRole("button", { name: "Against version 1" }).click();
  await page.getByText("What changes against version 1, which is active").waitFor();
  await expect.poll(() => difference.locator(".new").allInnerTexts()).toHaveLength(3);
});

test("the preview is of the text in the editor, whichever version it is", async () => {
  tab = await open(browser, service, `${STYLE}?tab=versions`);
  const { page } = tab;
  const preview = page.getByRole("region", { name: "What the model reads" });
  const tokens = page.getByText(/^[\d,]+ tokens/);
  await page.getByRole("listitem").filter({ hasText: "Version 3" }).getByRole("button", { name: "Open" }).click();
  await editor().getByText(TEXTS.three).waitFor();
  await page.getByRole("tab", { name: "Preview" }).click();
  await preview.getByText(TEXTS.three).waitFor();
  expect(await tokens.innerText()).toMatch(/^[\d,]+ tokens, \+\d+$/);
  // What is wrong has no tokens.
  await type("\n{{ user_nam }}{% if");
  await page.getByText("The text has errors").waitFor();
  expect(await tokens.count()).toBe(0);
  expect(await preview.count()).toBe(0);
  await page.getByRole("button", { name: "Throw away changes" }).click();
  await preview.getByText(TEXTS.three).waitFor();
  // Taken back, it is what is active again.
  await page.goto(`${service.address}${STYLE}`);
  await preview.waitFor();
  await expect.poll(() => preview.innerText()).not.toContain(TEXTS.three);
  expect(await tokens.innerText()).toMatch(/^[\d,]+ tokens$/);
});

test("the list tells first which version is active", async () => {
  tab = await open(browser, service, "/prompts?agent=support&q=response/supportive");
  const row = tab.page.getByRole("row").filter({ hasText: "response/supportive" });
  await row.getByText("3 is newest").waitFor();
  expect((await row.innerText()).replace(/\s+/g, " ")).toMatch(/ 1 active 3 is newest/);
  expect(await row.getByText("not active").count()).toBe(0);
  expect(await findings(tab.page)).toEqual([]);
});

test("nobody is caught in the editor", async () => {
  tab = await open(browser, service, "/prompts/support/response/closing");
  const { page } = tab;
  const line = () => editor().locator(".cm-line").last().evaluate((line) => line.textContent);
  const inside = () => editor().evaluate((content) => content.getRootNode() instanceof ShadowRoot && (content.getRootNode() as ShadowRoot).activeElement === content);
  await editor().waitFor();
  await type("\nLast");
  expect(await editor().evaluate((content) => getComputedStyle(content.closest(".cm-editor") as Element, "::after").borderTopStyle)).toBe("solid");
  // Tab goes on, and back.
  await page.keyboard.press("Tab");
  expect(await inside()).toBe(false);
  expect(await line()).toBe("Last");
  await page.keyboard.press("Shift+Tab");
  expect(await inside()).toBe(true);
  await page.keyboard.press("Control+]");
  expect(await line()).toBe("  Last");
  await page.keyboard.press("Control+[");
  expect(await line()).toBe("Last");
  // What is offered is taken with Tab, and closed with the first Escape.
  await page.keyboard.type("\n{{ mem");
  const offered = page.locator(".cm-tooltip-autocomplete");
  await offered.getByText("memories").waitFor();
  await page.waitForTimeout(150);
  await page.keyboard.press("Tab");
  await expect.poll(line).toContain("{{ memories");
  expect(await inside()).toBe(true);
  await page.keyboard.type(" | bul");
  await offered.getByText("bullets").waitFor();
  await page.keyboard.press("Escape");
  await offered.waitFor({ state: "detached" });
  expect(await inside()).toBe(true);
  // The next one leaves, and single keys work.
  await page.keyboard.press("Escape");
  expect(await inside()).toBe(false);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("3");
  await expect.poll(() => new URL(page.url()).searchParams.get("tab")).toBe("versions");
  expect(await editor().innerText()).not.toMatch(/3\s*$/);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).getByText("Leave the text").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Keys" }).waitFor({ state: "hidden" });
});

test("going back says where to, and is not offered where nothing is behind", async () => {
  tab = await open(browser, service, STYLE);
  const { page } = tab;
  const back = page.getByRole("button", { name: "Roll back" });
  await expect.poll(() => back.getAttribute("title")).toBe("No other version was active before this one");
  expect(await back.isDisabled()).toBe(true);
  await page.getByRole("tab", { name: "Versions" }).click();
  const third = page.getByRole("listitem").filter({ hasText: "Version 3" });
  await third.getByRole("button", { name: "Activate" }).click();
  await page.getByRole("tab", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "What the model reads" });
  await preview.getByText(TEXTS.three).waitFor();
  await page.getByRole("button", { name: "Roll back to version 1" }).click();
  await page.getByText("went back a version, to 1.").waitFor();
  await expect.poll(() => preview.innerText()).not.toContain(TEXTS.three);
  await expect.poll(() => back.isDisabled()).toBe(true);
  expect(await findings(page)).toEqual([]);
});

test("what a text moves has units and marks, and the states stand first when they are asked for", async () => {
  tab = await open(browser, service, "/prompts/support/response/reflective?tab=effects");
  const { page } = tab;
  await editor().waitFor();
  await type("\nOne more sentence that the model reads.");
  const moves = page.getByRole("region", { name: "What it moves" });
  await moves.getByText(/^\+\d+ tokens$/).first().waitFor();
  await page.getByLabel("All states of the agent too").check();
  await moves.getByRole("heading", { name: "States" }).waitFor({ timeout: 40_000 });
  expect(await moves.getByRole("heading").first().innerText()).toBe("States");
  expect(await moves.innerText()).not.toMatch(/of \d{4,}/);
  await page.goto(`${service.address}${STYLE}?version=3&tab=effects`);
  await moves.getByText(/^\+\d+ tokens$/).first().waitFor();
  expect(await findings(page)).toEqual([]);
});

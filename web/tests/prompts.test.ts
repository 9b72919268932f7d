import { readFileSync } from "node:fs";
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

const STYLE = "/prompts/support/response/supportive";
const editor = () => tab.page.locator(".editor .cm-content");

/** The versions of a prompt, newest first: number, and whether it is active. */
async function versions(phase: string): Promise<[number, boolean][]> {
  const found = await service.ask("GET", `prompts?agent=support&prompt_type=response&phase=${phase}&brief=true`);
  const items = found.items as unknown as { version: number; is_active: boolean }[];
  return items.map((item): [number, boolean] => [item.version, item.is_active]).sort(([one], [other]) => other - one);
}

/** Puts the caret at the end of the text. */
async function atEnd(): Promise<void> {
  await editor().click();
  await tab.page.keyboard.press("Control+End");
}

test("prompts are found by what stands in them", async () => {
  tab = await open(browser, service, "/prompts?agent=support");
  const { page } = tab;
  await page.getByRole("link", { name: "approach/act" }).waitFor();
  await page.getByRole("searchbox").fill("Venting is a complete purpose");
  await expect.poll(() => page.getByRole("row").count()).toBe(2);
  expect(new URL(page.url()).searchParams.get("q")).toBe("Venting is a complete purpose");
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.getByRole("row").last().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "response/supportive" }).waitFor();
});

test("a sentence is changed, seen, shipped and taken back, with the keyboard alone", async () => {
  tab = await open(browser, service, STYLE);
  const { page } = tab;
  await editor().getByText("Venting is a complete purpose").waitFor();
  await atEnd();
  await page.keyboard.type("\n\nSay what you heard before you say anything else.");
  await page.getByRole("region", { name: "What the model reads" }).getByText("Say what you heard").waitFor();
  await page.getByText("No findings.").waitFor();
  await page.getByRole("tab", { name: "Preview" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.getByText(/turns of \d+ move/).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").waitFor();
  await page.keyboard.type("listen first");
  await page.keyboard.press("Enter");
  await page.getByText("Version 2 is stored and active.").waitFor();
  expect(await versions("supportive")).toEqual([[2, true], [1, false]]);
  await page.getByRole("button", { name: "Roll back" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("went back a version").waitFor();
  expect(await versions("supportive")).toEqual([[2, false], [1, true]]);
});

test("mistakes are underlined while one types, and told with what to do", async () => {
  tab = await open(browser, service, "/prompts/support/response/reflective");
  const { page } = tab;
  await editor().waitFor();
  await atEnd();
  await page.keyboard.type("\n{{ user_nam }");
  await page.locator(".editor .cm-lintRange-error").first().waitFor();
  const told = page.getByRole("region", { name: "Findings" });
  expect(await told.innerText()).not.toContain("No findings");
  expect(await findings(page)).toEqual([]);
});

test("what has one clear remedy is mended with a button, with a key, and in the list", async () => {
  tab = await open(browser, service, "/prompts/support/response/reflective");
  const { page } = tab;
  const source = await service.ask("GET", "prompts?agent=support&prompt_type=response&phase=reflective&is_active=true");
  const before = (source.items as unknown as { source: string }[])[0]?.source ?? "";
  const text = () => editor().evaluate((content) => [...content.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
  const told = page.getByRole("region", { name: "Findings" });
  await editor().waitFor();
  await atEnd();
  // Put in as a whole: brackets that are typed close themselves.
  await page.keyboard.insertText("\n{{ memries | bulets }");
  // In the list, by keyboard.
  const close = told.getByRole("button", { name: "Write `}}`" });
  await close.waitFor();
  expect(await findings(page)).toEqual([]);
  await close.focus();
  await page.keyboard.press("Enter");
  await told.getByRole("button", { name: "Write `bullets`" }).waitFor();
  // Where the caret is.
  await page.keyboard.press("Control+.");
  await told.getByRole("button", { name: "Write `memories`" }).waitFor();
  // At the place itself, by mouse.
  await page.locator(".editor .cm-lintRange-error").first().hover();
  await page.locator(".cm-tooltip-lint").getByRole("button", { name: "Write `memories`" }).click();
  await page.getByText("No findings.").waitFor();
  const now = await text();
  expect(now).toContain("{{ memories | bullets }}");
  expect(now).toMatch(/^---\n[\s\S]*context: \[.*memories\][\s\S]*\n---\n/);
  // One step of undoing takes back all that the last remedy did.
  await page.keyboard.press("Control+z");
  expect(await text()).toContain("{{ memries | bullets }}");
  expect(before).not.toContain("memories");
});

test("the editor offers keys and filters", async () => {
  tab = await open(browser, service, "/prompts/support/response/closing");
  const { page } = tab;
  await editor().waitFor();
  await atEnd();
  await page.keyboard.type("\n{{ mem");
  await page.locator(".cm-tooltip-autocomplete").getByText("memories").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type(" | bul");
  await page.locator(".cm-tooltip-autocomplete").getByText("bullets").waitFor();
});

test("work that is not saved survives a reload, and work of others is not written over", async () => {
  tab = await open(browser, service, "/prompts/support/response/technique");
  const { page } = tab;
  await editor().waitFor();
  await atEnd();
  await page.keyboard.type("\n\nMine stays.");
  await page.getByText("No findings.").waitFor();
  await page.reload();
  await editor().getByText("Mine stays.").waitFor();
  const body = { agent: "support", prompt_type: "response", phase: "technique", body: "Theirs.\n", note: "meanwhile" };
  await service.ask("POST", "prompts", body);
  await page.getByRole("button", { name: "Save version" }).click();
  await page.getByLabel("Why").fill("mine");
  await page.keyboard.press("Enter");
  await page.getByText("Version 2 against your text").waitFor();
  expect(await page.getByRole("dialog").innerText()).toMatch(/Theirs\.[\s\S]*Mine stays\./);
  await page.getByRole("button", { name: "Go on with mine" }).click();
  await page.getByRole("button", { name: "Save version" }).click();
  await page.keyboard.press("Enter");
  await page.getByText("Version 3 is stored and active.").waitFor();
  expect((await versions("technique")).map(([number]) => number)).toEqual([3, 2, 1]);
});

test("versions are labelled, compared and activated", async () => {
  tab = await open(browser, service, "/prompts/support/response/supportive?tab=versions");
  const { page } = tab;
  await page.getByRole("button", { name: "Version 2" }).click();
  await page.getByText("What changed since version 1").waitFor();
  expect(await page.getByRole("region", { name: "Difference" }).first().innerText()).toContain("Say what you heard");
  await page.getByRole("button", { name: "Label" }).first().click();
  await page.getByRole("textbox", { name: "Label" }).fill("staging");
  await page.keyboard.press("Enter");
  await page.getByText("staging is version 2 now.").waitFor();
  await page.getByRole("button", { name: "Activate", exact: true }).click();
  await page.getByText("Version 2 is active.").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("tab", { name: "Used by" }).click();
  await page.getByText("response_style is supportive").waitFor();
});

test("a key that may only look is offered nothing else", async () => {
  const key = await service.keyFor("read");
  tab = await open(browser, service, STYLE, { key });
  const { page } = tab;
  await page.getByText("you may look, not edit").waitFor();
  expect(await page.getByRole("button", { name: "Save version" }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "Live assembly" }).count()).toBe(0);
});

test("the palette goes to a prompt, and the help lists the keys", async () => {
  tab = await open(browser, service, "/prompts");
  const { page } = tab;
  await page.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("policy/crisis");
  await page.getByRole("option", { name: /policy\/crisis/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "policy/crisis" }).waitFor();
  await page.locator("main").focus();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).getByText("Save as the next version").waitFor();
  expect(await findings(page)).toEqual([]);
});

test("no text becomes a script, wherever it stands", async () => {
  const rows = readFileSync(new URL("corpora/studio_xss.jsonl", import.meta.url), "utf8").trim().split("\n");
  const payloads = [...new Set(rows.map((row) => (JSON.parse(row) as { payload: string }).payload))];
  const quoted = payloads.map((payload) => `{% raw %}${payload.replaceAll("{%", "")}{% endraw %}`).join("\n\n");
  for (const [at, payload] of payloads.entries()) {
    const body = { agent: "support", prompt_type: "response", phase: "psychoeducation", body: `Text ${at}.\n`, is_active: false };
    await service.ask("POST", "prompts", { ...body, title: payload.slice(0, 255), description: payload, note: payload });
  }
  const all = { agent: "support", prompt_type: "response", phase: "psychoeducation", title: payloads[0], body: `${quoted}\n` };
  await service.ask("POST", "prompts", { ...all, note: payloads.join(" ") });
  tab = await open(browser, service, "/prompts/support/response/psychoeducation?tab=versions");
  const { page } = tab;
  await page.getByRole("button", { name: /^Version/ }).first().click();
  await page.getByText("What changed since").waitFor();
  await page.getByRole("tab", { name: "Preview" }).click();
  await page.getByRole("region", { name: "What the model reads" }).waitFor();
  await page.goto(`${service.address}/prompts?agent=support&q=alert`);
  await page.getByRole("row").nth(1).waitFor();
  await page.goto(`${service.address}/agents/support/live?case=psychoeducation-panic`);
  await page.locator("div.prompt").getByText("alert(1)").first().waitFor();
  await page.locator("#message").fill(payloads.join("\n"));
  await page.locator("div.prompt").getByText("evil.test").last().waitFor();
  await page.getByRole("tab", { name: "Payload" }).click();
  await page.locator("pre").waitFor();
});

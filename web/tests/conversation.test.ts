/** Live assembly of a conversation, the ways from a text to where it came from, and what turns cost. */
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { mara, talkative } from "./content";
import type { Model } from "./model";
import { browse, open, type Service, type Tab } from "./service";

let service: Service;
let model: Model;
let browser: Browser;
let tab: Tab;
let session: string;

beforeAll(async () => {
  [{ service, model }, browser] = await Promise.all([talkative(), browse()]);
  session = await mara(service);
});
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
  model?.stop();
});

const LIVE = "/agents/support/live";
const layer = (name: string) => tab.page.locator("ol.layers > li", { hasText: name });
const origin = () => tab.page.locator("#origin");

test("a conversation is found, and what the model would see next comes from the service", async () => {
  tab = await open(browser, service, LIVE);
  const { page } = tab;
  await layer("Working memory").waitFor();
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill("night shifts");
  await dialog.getByRole("listitem").filter({ hasText: "mara" }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const about = page.getByRole("region", { name: "What is looked at" });
  await about.getByText("Conversation with mara, next turn").waitFor();
  expect(new URL(page.url()).searchParams.get("session")).toBe(session);
  const asked = page.waitForRequest((request) => request.url().endsWith("/assemble") && request.postData()?.includes("Good morning") === true);
  await page.locator("#message").fill("Good morning, I slept.");
  expect((await asked).postDataJSON()).toEqual({ session, message: "Good morning, I slept.", include: ["manifest"] });
  await page.locator("div.prompt").getByText("My sister Sarah would say").waitFor();
  await page.locator("div.prompt").getByText("Good morning, I slept.").waitFor();
  // What is stored cannot be changed here, and is not lost either.
  expect(await page.locator('[data-field="state.user.name"] input').isDisabled()).toBe(true);
  expect(await page.locator('[data-field="state.user.name"] input').inputValue()).toBe("Mara");
  expect(await findings(page)).toEqual([]);
});

test("a turn that was is assembled to the byte as it was sent", async () => {
  const list = (await service.ask("GET", `sessions/${session}/turns`)).items as unknown as { n: number; input: { message?: string } }[];
  const third = list.find((turn) => turn.input.message?.startsWith("I don't know. My sister"))?.n ?? 0;
  const stored = await service.ask("GET", `sessions/${session}/turns/${third}?include=payload`);
  const sent = (stored.calls as unknown as { call: string; payload: { messages: unknown } }[]).find((call) => call.call === "reply");
  tab = await open(browser, service, `/sessions/${session}?turn=${third}`);
  const { page } = tab;
  await page.getByRole("link", { name: "See this turn in live assembly" }).click();
  await page.getByText(`Conversation with mara, turn ${third}`).first().waitFor();
  await page.getByRole("tab", { name: "Payload" }).click();
  await expect.poll(() => page.locator("pre").innerText()).toContain("Sarah");
  expect((JSON.parse(await page.locator("pre").innerText()) as { messages: unknown }).messages).toEqual(sent?.payload.messages);
  // Here it can be changed, and taken back.
  await page.getByRole("tab", { name: "Prompt" }).click();
  await page.locator("#message").fill("I want to end my life");
  await expect.poll(() => layer("Working memory").getAttribute("class")).toContain("skipped");
  await page.getByRole("button", { name: "Back to the turn" }).click();
  await expect.poll(() => layer("Working memory").getAttribute("class")).not.toContain("skipped");
  // Behind the last turn stands the next one.
  await page.keyboard.press("Escape");
  for (let at = third; at < list.length + 1; at += 1) await page.getByRole("button", { name: "Next turn" }).click();
  await page.getByText("Conversation with mara, next turn").first().waitFor();
  expect(await page.getByRole("button", { name: "Next turn" }).isDisabled()).toBe(true);
});

test("the sessions page leads to what the model would see now", async () => {
  tab = await open(browser, service, `/sessions/${session}`);
  await tab.page.getByRole("link", { name: "What the model would see now" }).click();
  await tab.page.getByText("Conversation with mara, next turn").first().waitFor();
});

test("each piece leads to where it came from", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`);
  const { page } = tab;
  const text = page.locator("div.prompt");
  const follow = async (words: string, label: string) => {
    await text.locator(".piece", { hasText: words }).last().click();
    await origin().getByText(label).click();
  };
  await follow("Honestly? The best one of the day.", "go to message 3");
  await page.locator("[data-field='history.2'] button:focus").waitFor();
  await follow("Yeah. I keep saying", "go to the message");
  await page.locator("#message:focus").waitFor();
  await follow("Maya", "go to the state");
  await page.locator("[data-field='state.user.name'] input:focus").waitFor();
  await follow("Has a sister named Sarah", "go to the memory");
  await page.locator("[data-field='memory'] textarea:focus").first().waitFor();
  await follow("Who you are", "open version 1 in the editor");
  await page.getByRole("heading", { name: "core/identity" }).waitFor();
});

test("the history of a conversation leads to the turn in which it was said, its memory to the user's", async () => {
  tab = await open(browser, service, `${LIVE}?session=${session}`);
  const { page } = tab;
  await page.locator("#message").fill("Good morning.");
  const said = page.locator("div.prompt .piece", { hasText: "My sister Sarah would say" });
  await said.click();
  const link = origin().getByRole("link", { name: /open turn \d+ of the conversation/ });
  await link.waitFor();
  const n = /turn (\d+)/.exec(await link.innerText())?.[1];
  await link.click();
  await page.getByRole("heading", { name: `Turn ${n} ` }).waitFor();
  // A turn that is not seen yet is not drawn, and has no text until it is.
  await expect.poll(() => page.locator(`[data-turn="${n}"]`).innerText()).toContain("My sister Sarah would say");
});

test("what is looked at stands above it, in full on request, and leads to its fields", async () => {
  tab = await open(browser, service, `${LIVE}?case=exercise-whole&turn=4`);
  const { page } = tab;
  const about = page.getByRole("region", { name: "What is looked at" });
  await about.getByText("An exercise from beginning to end, turn 4").waitFor();
  const before = (await about.boundingBox())?.height ?? 0;
  await about.getByRole("button", { name: "All of it" }).click();
  await about.getByText("outlives a crisis that stands over it").waitFor();
  expect((await about.boundingBox())?.height).toBeGreaterThan(before);
  expect(await findings(page)).toEqual([]);
  await about.getByRole("button", { name: /exercise\.name/ }).click();
  await page.locator("[data-field='state.exercise.name'] input:focus").waitFor();
  await about.getByRole("button", { name: "Less" }).click();
  expect((await about.boundingBox())?.height).toBe(before);
});

test("the history is changed message by message", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`);
  const { page } = tab;
  const text = page.locator("div.prompt");
  await text.getByText("Honestly?").waitFor();
  await page.getByText("History", { exact: true }).click();
  await page.getByRole("button", { name: /Honestly\? The best one/ }).click();
  await page.locator("#history-2").fill("The quietest one.");
  await text.getByText("The quietest one.").waitFor();
  await page.getByRole("button", { name: "Take message 3 out" }).click();
  await expect.poll(() => text.getByText("The quietest one.").count()).toBe(0);
  await page.getByRole("button", { name: "Message", exact: true }).click();
  await page.locator("#history-3").fill("Still here.");
  await text.getByText("Still here.").waitFor();
  expect(await findings(page)).toEqual([]);
});

test("texts of users are text here too", async () => {
  const rows = readFileSync(new URL("corpora/studio_xss.jsonl", import.meta.url), "utf8").trim().split("\n");
  const payloads = [...new Set(rows.map((row) => (JSON.parse(row) as { payload: string }).payload))];
  const all = payloads.join("\n");
  const begun = { agent: "support", user: payloads[0], meta: { title: all }, state: { user: { name: all } } };
  const id = (await service.ask("POST", "sessions", begun)).id as unknown as string;
  await service.ask("POST", `sessions/${id}/turns`, { message: all });
  tab = await open(browser, service, `${LIVE}?session=${id}`);
  const { page } = tab;
  await page.locator("#message").fill(all);
  await page.locator("div.prompt").getByText("alert(1)").first().waitFor();
  await page.getByRole("button", { name: "All of it" }).click();
  await page.goto(`${service.address}${LIVE}?session=${id}&turn=1`);
  await page.getByText("History", { exact: true }).click();
  await page.locator("div.prompt").getByText("alert(1)").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Conversation", exact: true }).click();
  await page.getByRole("dialog").getByText("alert(1)").first().waitFor();
});

test("a turn tells what it cost and how long it took, layer by layer", async () => {
  const list = (await service.ask("GET", `sessions/${session}/turns`)).items as unknown as {
    n: number;
    calls: { call: string; cost: { total: number; layers: Record<string, number> } }[];
  }[];
  const told = list[0]?.calls.find((call) => call.call === "reply")?.cost;
  tab = await open(browser, service, `/sessions/${session}?turn=1`);
  const { page } = tab;
  const numbers = page.getByRole("region", { name: "Calls in numbers" });
  await numbers.getByRole("row", { name: /^together/ }).waitFor();
  const costs = (await numbers.locator("tr td:nth-last-child(2)").allInnerTexts()).map((text) => /^\$(\d+\.(\d+))$/.exec(text));
  expect(new Set(costs.map((cost) => cost?.[2]?.length)).size).toBe(1);
  const values = costs.map((cost) => Number(cost?.[1]));
  expect(values.at(-1)).toBeCloseTo(values.slice(0, -1).reduce((sum, value) => sum + value, 0), 4);
  await expect.poll(() => page.locator(`[data-turn="1"] .foot`).innerText()).toMatch(/tokens\s+\d+ ms\s+\$0\.\d+/);
  await page.getByRole("tab", { name: "Layers" }).click();
  const layers = page.getByRole("region", { name: "Layers of reply" }).getByRole("listitem");
  const whole = layers.filter({ hasText: "The call" }).locator(".num").last();
  expect(Number((await whole.innerText()).slice(1))).toBeCloseTo(told?.total ?? 0, 5);
  const core = layers.filter({ hasText: "Core" }).first().locator(".num").last();
  expect(Number((await core.innerText()).slice(1))).toBeCloseTo(told?.layers.core ?? 0, 5);
  expect(await findings(page)).toEqual([]);
});

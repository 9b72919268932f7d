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

const LIVE = "/agents/support/live";
const layer = (name: string) => tab.page.locator("ol.layers > li", { hasText: name });

test("whoever has no key signs in, and a wrong one is told", async () => {
  tab = await open(browser, service, "/", { key: "" });
  const { page } = tab;
  await page.getByLabel("API key").fill("proem_0000");
  await page.keyboard.press("Enter");
  await page.getByText("This key is not valid, or was revoked").waitFor();
  expect(await page.getByRole("alert").innerText()).not.toMatch(/Authorization|Bearer/);
  expect(await findings(page)).toEqual([]);
  await page.getByLabel("API key").fill(service.key);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Live assembly" }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/agents\/\w+\/live$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("API key").waitFor();
  expect(await page.evaluate(() => sessionStorage.getItem("proem.key"))).toBeNull();
});

test("a crisis turn says in words why memory is not in it", async () => {
  tab = await open(browser, service, `${LIVE}?case=crisis-response`);
  const { page } = tab;
  await layer("Working memory").waitFor();
  expect(await layer("Working memory").getAttribute("class")).toContain("skipped");
  expect(await layer("Working memory").innerText()).toMatch(/skipped[\s\S]*crisis/);
  // What is not there has no text of which one could say that it never changes.
  await layer("Working memory").getByRole("button").click();
  await layer("Working memory").locator(".more").waitFor();
  expect(await layer("Working memory").innerText()).not.toContain("never changes");
  await layer("Message").getByRole("button").click();
  await layer("Message").getByText("per turn", { exact: true }).waitFor();
  await page.getByRole("tab", { name: "Account" }).click();
  await page.getByText("becomes").first().waitFor();
  expect(await findings(page)).toEqual([]);
});

test("the prompt is typed out, and a layer lights up as its text appears", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`);
  const { page } = tab;
  const text = page.locator("div.prompt");
  await text.getByText("Who you are").waitFor();
  const whole = await text.locator(".piece").allInnerTexts();
  await page.getByRole("button", { name: "Play" }).click();
  await page.locator("ol.layers > li.active").waitFor();
  expect(await layer("Message").getAttribute("class")).toContain("waiting");
  await page.getByRole("button", { name: "Pause" }).click();
  const part = (await text.locator(".piece").allInnerTexts()).join("");
  expect(part.length).toBeLessThan(whole.join("").length);
  await page.getByRole("button", { name: "Step" }).click();
  await page.getByLabel("Speed").selectOption("16");
  await page.getByRole("button", { name: "Show all" }).click();
  expect(await text.locator(".piece").allInnerTexts()).toEqual(whole);
  expect(await findings(page)).toEqual([]);
});

test("a piece of text leads to where it comes from, by keyboard alone", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`);
  const { page } = tab;
  await page.locator("div.prompt").getByText("Who you are").waitFor();
  await page.locator("div.prompt").focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.locator("#origin").innerText()).toContain("config");
  await page.keyboard.press("ArrowLeft");
  expect(await page.locator("#origin").innerText()).toContain("core/identity@1");
  expect(await layer("Core").getAttribute("class")).toContain("lit");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "core/identity" }).waitFor();
});

/** Types a message, and tells how many milliseconds it takes until the prompt has it. */
async function changed(message: string): Promise<number> {
  const field = document.querySelector<HTMLTextAreaElement>("#message");
  const prompt = document.querySelector("div.prompt");
  if (!field || !prompt) throw new Error("the page is not there");
  const began = performance.now();
  field.value = message;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  while (!prompt.textContent.includes(message)) await new Promise((ready) => requestAnimationFrame(ready));
  return performance.now() - began;
}

test("another state is another assembly at once", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`);
  const { page } = tab;
  await layer("Working memory").waitFor();
  const before = await page.locator(".legend strong").innerText();
  await page.locator("#message").fill("I want to end my life");
  await expect.poll(() => layer("Working memory").getAttribute("class")).toContain("skipped");
  expect(await page.locator(".legend strong").innerText()).not.toBe(before);
  // From the key to the text on the page: the median, for other programs of the machine may be in the way once.
  const took: number[] = [];
  for (let change = 1; change <= 11; change += 1) {
    took.push(await page.evaluate(changed, `I want to end my life, ${change}`));
  }
  took.sort((one, other) => one - other);
  expect(took[5]).toBeLessThan(100);
  await page.getByRole("button", { name: "Back to the case" }).click();
  await expect.poll(() => page.locator(".legend strong").innerText()).toBe(before);
});

test("the payload is told for each provider, as JSON and as code", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi&tab=payload`);
  const { page } = tab;
  const pre = page.locator("pre");
  await pre.waitFor();
  const payload = JSON.parse(await pre.innerText()) as { model: string; messages: { role: string }[] };
  expect([payload.model, payload.messages[0]?.role]).toEqual(["gpt-5.4", "system"]);
  await page.getByLabel("Provider").selectOption("anthropic");
  await expect.poll(() => pre.innerText()).toContain('"system"');
  await page.getByRole("button", { name: "Python" }).click();
  expect(await pre.innerText()).toContain("anthropic.Anthropic().messages.create");
  await page.getByRole("button", { name: "curl", exact: true }).click();
  expect(await pre.innerText()).toContain("$ANTHROPIC_API_KEY");
  await page.getByRole("button", { name: "curl to Proem" }).click();
  expect(await pre.innerText()).not.toContain(service.key);
});

test("two assemblies are compared in words and in tokens", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi&tab=compare`);
  const { page } = tab;
  await page.getByRole("button", { name: "Keep this one" }).click();
  await page.getByText("Nothing moved").waitFor();
  await page.locator("#message").fill("I want to end my life");
  await page.getByText("went out").first().waitFor();
  expect(await page.locator(".compare").innerText()).toMatch(/call: reply → crisis/);
  await page.locator(".compare .head", { hasText: "Response style" }).click();
  await page.locator(".compare .diff").first().waitFor();
  expect(await findings(page)).toEqual([]);
});

test("a state, a version and a turn are each compared with another one", async () => {
  const body = { agent: "support", prompt_type: "response", phase: "reflective", is_active: false };
  await service.ask("POST", "prompts", { ...body, body: "Look at it together.\n", note: "shorter" });
  tab = await open(browser, service, `${LIVE}?case=exercise-whole&turn=2&tab=compare`);
  const { page } = tab;
  const told = () => page.locator(".compare").innerText();
  const choose = (value: string) => page.getByLabel("Compare with").selectOption(value);
  await expect.poll(told).toMatch(/from\s+turn 1\s/);
  await choose("turn");
  await page.getByLabel("Turn", { exact: true }).selectOption("4");
  await expect.poll(told).toMatch(/call: crisis → reply/);
  await page.locator("select.case").selectOption("reflective-cbt-rules");
  await choose("pin:response/reflective");
  await page.getByLabel("Version", { exact: true }).selectOption("2");
  await expect.poll(told).toMatch(/Response style\s+response\/reflective@2 → response\/reflective@1/);
  await choose("state:session_stage");
  await page.getByLabel("Value", { exact: true }).selectOption('"closing"');
  await expect.poll(told).toMatch(/session_stage\s+closing\s+→\s+not set/);
  expect(await findings(page)).toEqual([]);
});

test("a refused state says which values do not meet, and what may be in their place", async () => {
  tab = await open(browser, service, "/agents/support/matrix");
  const { page } = tab;
  await page.getByRole("gridcell", { name: /Reflective, Psychological first aid/ }).getByRole("link").click();
  await page.getByRole("heading", { name: "This state is refused" }).waitFor();
  const told = page.getByRole("region", { name: "Assembly" });
  expect(await told.innerText()).toMatch(/response_style Reflective does not go with approach Psychological first aid\./);
  await told.getByRole("button", { name: "CBT" }).waitFor();
  // First what Reflective goes with, then what first aid goes with.
  expect(await told.getByRole("button").allInnerTexts()).toEqual([
    "Motivational interviewing",
    "CBT",
    "ACT",
    "Grief support",
    "Interpersonal therapy",
    "none",
    "Supportive",
    "Clarifying",
    "Psychoeducation",
    "Technique",
    "Guided exercise",
    "Closing",
    "Safety check",
    "Crisis response",
  ]);
  expect(await findings(page)).toEqual([]);
  await told.getByRole("button", { name: "CBT" }).click();
  await layer("Response style").getByText("response_style is reflective").waitFor();
});

test("what is cut can be seen whole, and nothing is offered where nothing is cut", async () => {
  tab = await open(browser, service, `${LIVE}?case=crisis-response`, { width: 1280 });
  const { page } = tab;
  const about = page.getByRole("region", { name: "What is looked at" });
  const more = about.getByRole("button", { name: /^(All of it|Less)$/ });
  await layer("Message").waitFor();
  const short = (of: Element) => [...of.querySelectorAll("summary span")].filter((span) => span.scrollWidth > span.clientWidth && span.clientWidth > 0).map((span) => span.textContent);
  expect(await page.locator("body").evaluate(short)).toEqual([]);
  await more.click();
  expect(await more.innerText()).toBe("Less");
  await page.locator("select.case").selectOption("");
  await about.getByText("Free turn").waitFor();
  await expect.poll(() => more.count()).toBe(0);
  // Whoever was sent to a state has changed nothing.
  await page.goto(`${service.address}${LIVE}?case=&state=${encodeURIComponent(JSON.stringify({ response_style: "reflective" }))}`);
  await about.getByText("reflective").or(about.getByText("Reflective")).first().waitFor();
  expect(await about.getByText("changed", { exact: true }).count()).toBe(0);
  await page.locator('[data-field="state.response_style"] select').selectOption('"supportive"');
  await about.getByText("changed", { exact: true }).waitFor();
});

test("what was cut is told where it was cut", async () => {
  tab = await open(browser, service, `${LIVE}?case=long-history`);
  await tab.page.locator(".mark.cut").first().waitFor();
  expect(await tab.page.locator(".mark.cut").first().innerText()).toMatch(/messages cut here/);
});

test("a narrow window shows one part at a time, and goes to the part that is asked for", async () => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`, { width: 420 });
  const { page } = tab;
  const shown = async () => {
    const parts = ["What goes into the turn", "Layers", "Assembly"].map((name) => page.getByRole("region", { name, exact: true }));
    return Promise.all(parts.map((part) => part.isVisible()));
  };
  const text = page.locator("div.prompt");
  await text.getByText("Who you are").waitFor();
  expect(await shown()).toEqual([false, false, true]);
  await text.locator(".piece", { hasText: "Maya" }).first().click();
  await page.locator("#origin").getByText("go to the state").click();
  await page.locator("[data-field='state.user.name'] input:focus").waitFor();
  expect(await shown()).toEqual([true, false, false]);
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Layers", exact: true }).click();
  expect(await shown()).toEqual([false, true, false]);
  expect(await findings(page)).toEqual([]);
  await layer("Working memory").getByRole("button").click();
  await text.getByText("What you know about the user").waitFor();
  expect(await shown()).toEqual([false, false, true]);
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, `${LIVE}?case=supportive-mi`, { theme, width: 820 });
  await tab.page.locator("div.prompt").getByText("Who you are").waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner);
});

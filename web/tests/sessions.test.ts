import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Browser } from "playwright-core";
import { findings } from "./a11y";
import { browse, open, Service, type Tab } from "./service";

let service: Service;
let browser: Browser;
let tab: Tab;
/** A conversation with a risk in it, one in which buttons were pressed in vain, and a long one. */
let crisis: string;
let pressed: string;
let long: string;

const TURNS = 500;

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
  crisis = await begin({ agent: "support", user: "mara", state: { user: { name: "Mara" } } });
  await say(crisis, { message: "lol my back is killing me, not that it matters, they'd be better off without me anyway" });
  pressed = await begin({ agent: "coach", user: "jonas", state: { current_phase: "identity_creation" } });
  await say(pressed, { actions: [{ name: "accept_identity", params: { id: "i7" } }] });
  long = await begin({ agent: "sales", user: "long.talker" });
  for (let turn = 1; turn <= TURNS; turn += 1) await say(long, { message: `This is message ${turn}.` });
}, 300_000);
afterEach(async () => {
  expect(tab.faults).toEqual([]);
  await tab.context.close();
});
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

async function begin(body: object): Promise<string> {
  return (await service.ask("POST", "sessions", body)).id as unknown as string;
}

const say = (session: string, body: object) => service.ask("POST", `sessions/${session}/turns`, body);

/** Begins to note how long scripts keep a frame. */
const watch = () =>
  tab.page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { scripts } = entry as unknown as { scripts: { duration: number }[] };
        seen.push(scripts.reduce((sum, script) => sum + script.duration, 0));
      }
    }).observe({ type: "long-animation-frame" });
  });

/** The longest of them, in milliseconds. */
const longest = () => tab.page.evaluate(() => Math.max(0, ...(window as unknown as { seen: number[] }).seen));

const happened = () => tab.page.getByRole("tabpanel");

test("a conversation is found by what its state has, and opened with the keyboard", async () => {
  tab = await open(browser, service, "/sessions");
  const { page } = tab;
  await page.getByRole("row", { name: /long\.talker/ }).waitFor();
  await page.getByLabel("Search in").selectOption("Users and states");
  await page.getByRole("row").last().focus();
  await page.keyboard.press("/");
  await page.keyboard.type("Mara");
  await expect.poll(() => page.getByRole("row").count()).toBe(2);
  expect(new URL(page.url()).searchParams.get("q")).toBe("Mara");
  expect(await findings(page)).toEqual([]);
  await page.getByRole("row").last().focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "mara" }).waitFor();
  await page.goto(`${service.address}/sessions?q=nobody-has-this`);
  await page.getByText("No conversation answers this").waitFor();
});

test("a turn tells why it went as it went, and what its state was", async () => {
  tab = await open(browser, service, `/sessions/${crisis}?turn=1`);
  const { page } = tab;
  await happened().getByText("crisis_response").first().waitFor();
  const told = await happened().innerText();
  expect(told).toMatch(/Answered by\s+crisis/);
  expect(told).toMatch(/show_resources\s+handed to the caller/);
  expect(told).toMatch(/asked\s+classify/);
  expect(told).toMatch(/Tokens\s+[\d,]+ tokens sent/);
  // No model was asked, and nobody has to guess that from a price that is not known.
  expect(told).toMatch(/Model\s+.*rehearsal, the offline model, answered/);
  expect(told).toMatch(/Prices are set under prices in the file of models/);
  expect(await page.getByRole("region", { name: "Calls in numbers" }).innerText()).toContain("answered by rehearsal");
  expect(told).toContain("The model may ask for none: no prompt of this turn allows an action.");
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("2");
  const level = page.getByRole("row", { name: /^crisis\.level/ });
  expect(await level.innerText()).toMatch(/0\s+2\s+not kept/);
  expect(await page.getByRole("row", { name: /^last_risk/ }).innerText()).toMatch(/0\s+2\s+kept/);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("3");
  const layers = page.getByRole("region", { name: "Layers of crisis" });
  await layers.getByText("Working memory").waitFor();
  expect(await layers.getByRole("listitem").filter({ hasText: "Working memory" }).innerText()).toMatch(/skipped/);
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("4");
  await page.getByText("Crisis policy").first().waitFor();
  await page.getByLabel("as JSON").check();
  expect(await page.locator("pre").innerText()).toContain('"messages"');
  expect(await findings(page)).toEqual([]);
});

test("what was refused is told with its reason, beside what was allowed", async () => {
  tab = await open(browser, service, `/sessions/${pressed}?turn=1`);
  await happened().getByText("refused", { exact: true }).waitFor();
  const told = await happened().innerText();
  expect(told).toMatch(/accept_identity\s+refused\s+asked by user/);
  expect(told).toContain("action.refused");
  expect(told).toContain("Allowed in this turn:");
});

test("a turn is run again with another version, beside the original", async () => {
  const body = { agent: "support", prompt_type: "response", phase: "crisis_response", is_active: false };
  await service.ask("POST", "prompts", { ...body, body: "Stay with them. One sentence at a time.\n", note: "shorter" });
  tab = await open(browser, service, `/sessions/${crisis}?turn=1&tab=replay`);
  const { page } = tab;
  await page.getByText("byte for byte").waitFor();
  await page.getByLabel(/response\/crisis_response/).selectOption("2");
  await page.getByText(/differ, [+−]/).waitFor();
  expect(new URL(page.url()).searchParams.get("pins")).toBe("response/crisis_response@2");
  const call = page.getByRole("region", { name: "Call crisis" });
  expect(await call.innerText()).toMatch(/response\/crisis_response@1[\s\S]*response\/crisis_response@2/);
  await page.getByRole("region", { name: "Text of response/crisis_response" }).getByText("One sentence at a time.").waitFor();
  expect(await findings(page)).toEqual([]);
});

test("another model or label is tried while somebody types, and the old result goes at once", async () => {
  tab = await open(browser, service, `/sessions/${pressed}?turn=1&tab=replay`);
  const { page } = tab;
  await page.getByText("byte for byte").waitFor();
  await page.getByText(/version \d+ then/).first().waitFor();
  // The answer is held back, so that what stands there meanwhile can be looked at.
  let ask = () => {};
  const asked = new Promise<void>((resolve) => (ask = resolve));
  await page.route("**/replay", async (route) => {
    await asked;
    await route.continue();
  });
  await page.getByLabel("Model").pressSequentially("claude-sonnet-4-5");
  expect(await page.getByText("byte for byte").count()).toBe(0);
  await page.getByText("Running it again").waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get("model")).toBe("claude-sonnet-4-5");
  ask();
  await page.getByText(/differ, [+−]/).waitFor();
  await page.getByLabel("Model").fill("");
  await page.getByText("byte for byte").waitFor();
  expect(new URL(page.url()).searchParams.get("model")).toBeNull();
});

test("tabs that do not fit say so, and lead to the rest", async () => {
  tab = await open(browser, service, `/sessions/${crisis}?turn=1`, { width: 420 });
  const { page } = tab;
  const views = page.getByRole("tablist", { name: "Views of the turn" });
  const edge = (side: string) => views.evaluate((list, side) => getComputedStyle(list, side).content.replace(/[ /"]/g, ""), `::${side}`);
  await views.waitFor();
  await expect.poll(() => edge("after")).toBe("›");
  expect(await edge("before")).toBe("none");
  const box = await views.boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 8, (box?.y ?? 0) + 16);
  await expect.poll(() => edge("before")).toBe("‹");
  await expect.poll(() => edge("after")).toBe("none");
  await page.getByRole("tab", { name: "Replay" }).click();
  await page.getByText("byte for byte").waitFor();
  // What the address names can be seen at once.
  await page.reload();
  await expect.poll(() => edge("before")).toBe("‹");
  expect(await findings(page)).toEqual([]);
});

test("somebody says what they think of a turn", async () => {
  tab = await open(browser, service, `/sessions/${crisis}?turn=1`);
  const { page } = tab;
  await page.getByRole("button", { name: "Give feedback" }).click();
  await page.getByLabel("Comment").fill("Kind and clear.");
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await page.getByRole("region", { name: "Feedback" }).getByText("Kind and clear.").waitFor();
});

test("five hundred turns come without a long frame of script, and keys walk through them", async () => {
  tab = await open(browser, service, "/sessions");
  const { page } = tab;
  await page.getByRole("row", { name: /long\.talker/ }).waitFor();
  await watch();
  await page.getByRole("row", { name: /long\.talker/ }).click();
  await page.getByRole("heading", { name: `Turn ${TURNS}` }).waitFor();
  await page.locator(`[data-turn="${TURNS}"]`).focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press("ArrowUp");
  await page.getByRole("heading", { name: `Turn ${TURNS - 8}` }).waitFor();
  await page.keyboard.press("Home");
  await page.getByRole("heading", { name: "Turn 1 " }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("heading", { name: "Turn 2 " }).waitFor();
  expect(new URL(page.url()).searchParams.get("turn")).toBe("2");
  expect(await longest()).toBeLessThan(100);
});

test("five hundred turns are assembled live without a long frame of script", async () => {
  tab = await open(browser, service, `/sessions/${long}`);
  const { page } = tab;
  await page.getByRole("heading", { name: `Turn ${TURNS}` }).waitFor();
  await watch();
  await page.getByRole("link", { name: "What the model would see now" }).click();
  await page.getByText("Conversation with long.talker, next turn").first().waitFor();
  await page.locator("div.prompt").waitFor();
  await page.getByRole("button", { name: "Turn before" }).click();
  await page.getByText(`Conversation with long.talker, turn ${TURNS}`).first().waitFor();
  await page.locator("div.prompt").getByText(`This is message ${TURNS}.`).waitFor();
  expect(await longest()).toBeLessThan(100);
});

test("whoever may only read is offered nothing else", async () => {
  const key = await service.keyFor("read");
  tab = await open(browser, service, `/sessions/${crisis}?turn=1`, { key });
  const { page } = tab;
  await happened().getByText("show_resources").first().waitFor();
  for (const name of ["Erase", "Give feedback"]) expect(await page.getByRole("button", { name }).count()).toBe(0);
  expect(await page.getByRole("tab", { name: "Replay" }).count()).toBe(0);
  for (const name of ["Audit", "Administration"]) expect(await page.getByRole("link", { name }).count()).toBe(0);
});

test("a conversation is erased, once one has said so", async () => {
  const gone = await begin({ agent: "sales", user: "goes.away" });
  await say(gone, { message: "Hello" });
  tab = await open(browser, service, `/sessions/${gone}`);
  const { page } = tab;
  await page.getByRole("button", { name: "Erase" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("are erased for good").waitFor();
  await dialog.getByRole("button", { name: "Erase" }).click();
  await page.getByText("The conversation is erased.").waitFor();
  await expect(service.ask("GET", `sessions/${gone}`)).rejects.toThrow("404");
});

test("texts of users are text", async () => {
  const rows = readFileSync(new URL("corpora/studio_xss.jsonl", import.meta.url), "utf8").trim().split("\n");
  const payloads = [...new Set(rows.map((row) => (JSON.parse(row) as { payload: string }).payload))];
  const all = payloads.join("\n");
  const session = await begin({ agent: "coach", user: payloads[0], meta: { note: all }, state: { conversation_summary: all } });
  for (const message of payloads.slice(0, 12)) await say(session, { message });
  await service.ask("POST", "feedback", { session, turn: 1, comment: all });
  tab = await open(browser, service, "/sessions?q=alert");
  const { page } = tab;
  await page.getByRole("row").nth(1).waitFor();
  for (const view of ["happened", "state", "layers", "sent", "replay"]) {
    await page.goto(`${service.address}/sessions/${session}?turn=1&tab=${view}`);
    await page.getByRole("tabpanel").waitFor();
    await page.getByText("alert(1)").first().waitFor();
  }
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, `/sessions/${crisis}?turn=1`, { theme, width: 720 });
  await happened().getByText("show_resources").first().waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

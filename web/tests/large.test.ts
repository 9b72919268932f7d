import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser, Page } from "playwright-core";
import { browse, open, Service } from "./service";

let service: Service;
let browser: Browser;

/** Prompts of one agent, and what a frame may take in script at most, in milliseconds. */
const [MANY, LONGEST] = [10_000, 100];

beforeAll(async () => {
  [service, browser] = await Promise.all([Service.start(), browse()]);
  const agent = [
    "agent: bulk",
    "description: Many prompts",
    "model: {provider: openai-chat, name: gpt-5.4, window: 8000, reserve: 500}",
    "core: [core/identity]",
    "layers:",
    "  - {id: message, channel: user}",
    "",
  ].join("\n");
  const files: Record<string, string> = { "agent.yaml": agent, "prompts/core/identity.md": "You are many.\n" };
  for (let at = 0; at < MANY - 1; at += 1) {
    const name = String(at).padStart(5, "0");
    files[`prompts/note/n${name}.md`] = `---\ntitle: Note ${at}\n---\nRemember number ${at}.\n`;
  }
  await service.ask("PUT", "agents/bulk", { files });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  service?.stop();
});

/**
 * What a step costs in script, in milliseconds of the page's own thread: what other programs of the machine
 * do meanwhile is not counted. A step takes at least one frame, so no frame takes more.
 */
async function meter(page: Page): Promise<(step: () => Promise<unknown>) => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1_000 * (metrics.find((metric) => metric.name === "ScriptDuration")?.value ?? Number.NaN);
  };
  return async (step) => {
    const before = await script();
    await step();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return (await script()) - before;
  };
}

test("ten thousand prompts are walked through and searched without a stutter", async () => {
  const { page, faults, context } = await open(browser, service, "/prompts?agent=bulk");
  await page.getByRole("row").nth(1).waitFor();
  const cost = await meter(page);
  const costs: number[] = [];
  const body = page.locator(".table .body");
  const end = () => body.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  // Pages are read as the end comes near, so that walking reaches the last row.
  const seen = page.locator(".filters .count");
  for (let step = 0; step < 400 && (await seen.innerText()) !== "10,000 prompts"; step += 1) costs.push(await cost(end));
  costs.push(await cost(end));
  await page.getByRole("link", { name: "note/n09998" }).waitFor();
  expect(await page.getByRole("row").count()).toBeLessThan(100);
  await body.hover();
  for (let step = 0; step < 20; step += 1) costs.push(await cost(() => page.mouse.wheel(0, -4_000)));
  costs.push(await cost(() => page.getByRole("searchbox").fill("number 7777.")));
  await page.getByRole("link", { name: "note/n07777" }).waitFor();
  console.log(`${costs.length} steps, the dearest ${Math.max(...costs).toFixed(1)} ms of script`);
  expect(Math.max(...costs)).toBeLessThan(LONGEST);
  expect(faults).toEqual([]);
  await context.close();
});

test("the page is small, and there at once", async () => {
  const { page, context } = await open(browser, service, "/agents/support/live?case=supportive-mi");
  await page.locator("div.prompt").getByText("Who you are").waitFor();
  const sizes = await page.evaluate(() => {
    const files = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const loaded = files.filter((file) => file.name.includes("/assets/")).map((file) => file.encodedBodySize);
    return { bytes: loaded.reduce((sum, size) => sum + size, 0), interactive: performance.timing.domInteractive - performance.timing.navigationStart };
  });
  expect(sizes.bytes).toBeGreaterThan(20_000);
  expect(sizes.bytes).toBeLessThan(300_000);
  expect(sizes.interactive).toBeLessThan(1_000);
  await context.close();
});

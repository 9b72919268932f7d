/**
 * Owns pictures of the pages, in light and dark, for people who look at them: `npm run shots -- ADDRESS KEY`.
 */
import { mkdirSync } from "node:fs";
import { chromium } from "playwright-core";

const [address, key, only] = process.argv.slice(2);
const folder = new URL("../tests/shots/", import.meta.url);
mkdirSync(folder, { recursive: true });

const PAGES = {
  "sign-in": { path: "/", key: false },
  live: { path: "/agents/support/live?case=supportive-mi" },
  crisis: { path: "/agents/support/live?case=crisis-response" },
  playing: { path: "/agents/support/live?case=supportive-mi", press: ["Space"], wait: 900 },
  payload: { path: "/agents/support/live?case=supportive-mi&tab=payload" },
  account: { path: "/agents/support/live?case=supportive-mi&tab=account" },
  long: { path: "/agents/support/live?case=long-history" },
  prompts: { path: "/prompts?agent=support" },
  prompt: { path: "/prompts/support/response/supportive" },
  versions: { path: "/prompts/support/response/supportive?tab=versions" },
  uses: { path: "/prompts/support/response/supportive?tab=uses" },
  palette: { path: "/prompts", press: ["Control+k"], type: "crisis", wait: 500 },
  help: { path: "/agents/support/live", press: ["?"] },
  narrow: { path: "/agents/support/live?case=supportive-mi", width: 900 },
};

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const theme of ["light", "dark"]) {
  for (const [name, page] of Object.entries(PAGES)) {
    if (only && !only.split(",").includes(name)) continue;
    const viewport = { width: page.width ?? 1440, height: 900 };
    const context = await browser.newContext({ colorScheme: theme, viewport });
    const tab = await context.newPage();
    tab.on("console", (message) => message.type() === "error" && console.log(name, message.text()));
    tab.on("pageerror", (error) => console.log(name, error.message));
    if (page.key !== false) await tab.addInitScript((own) => sessionStorage.setItem("proem.key", own), key);
    await tab.goto(address + page.path, { waitUntil: "networkidle" });
    for (const press of page.press ?? []) await tab.keyboard.press(press);
    if (page.type) await tab.keyboard.type(page.type);
    await tab.waitForTimeout(page.wait ?? 250);
    await tab.screenshot({ path: new URL(`${name}-${theme}.png`, folder).pathname });
    await context.close();
  }
}
await browser.close();

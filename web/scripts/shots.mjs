/**
 * Owns pictures of the pages, for people who look at them: every page in light and dark, some in a narrow window.
 * `npm run shots` takes all, `npm run shots -- live,matrix` some; they stand in `tests/shots/`. With `SCALE=2` they are as
 * sharp as those in the README.
 *
 * It must never touch a service that is running already: it starts one, and fills it.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const load = async (path) => (await runnerImport(`${root}/tests/${path}`, { configFile: false, logLevel: "error", root })).module;
const { browse, open } = await load("service.ts");
const { scene } = await load("scenes.ts");

const only = process.argv[2]?.split(",");
const folder = `${root}/tests/shots`;
mkdirSync(folder, { recursive: true });

const set = await scene();
const NARROW = { width: 420, height: 860 };

/** Where each picture is taken, and what is done there first. */
const PAGES = {
  "sign-in": { path: "/", key: "" },
  live: { path: "/agents/support/live?case=supportive-mi" },
  "live-crisis": { path: "/agents/support/live?case=crisis-response" },
  "live-playing": { path: "/agents/support/live?case=supportive-mi", keys: ["Space"], wait: 900 },
  "live-session": { path: `/agents/support/live?session=${set.session}`, act: (page) => page.locator("#message").fill("I called Sarah last night.") },
  "live-origin": { path: "/agents/support/live?case=supportive-mi", act: (page) => page.locator(".piece", { hasText: "Honestly?" }).last().click() },
  "live-refused": { path: `/agents/support/live?case=&state=${encodeURIComponent('{"response_style":"reflective","approach":"pfa"}')}` },
  "live-payload": { path: "/agents/support/live?case=supportive-mi&tab=payload" },
  "live-account": { path: "/agents/support/live?case=supportive-mi&tab=account" },
  "live-compare": { path: "/agents/support/live?case=exercise-whole&turn=4&tab=compare" },
  "live-cut": { path: "/agents/support/live?case=long-history" },
  "live-talks": { path: "/agents/support/live", keys: ["s"] },
  prompts: { path: "/prompts?agent=support" },
  prompt: { path: "/prompts/support/response/reflective" },
  "prompt-moves": {
    path: "/prompts/support/response/reflective?tab=effects",
    act: async (page) => {
      await page.locator(".cm-line", { hasText: "Hold it loosely." }).click();
      await page.keyboard.press("End");
      await page.keyboard.type(" Say so before you say what you see.");
      await page.locator(".moves").waitFor({ timeout: 60_000 });
    },
  },
  "prompt-versions": { path: "/prompts/support/response/reflective?tab=versions" },
  "prompt-uses": { path: "/prompts/support/response/supportive?tab=uses" },
  layers: { path: "/agents/support/layers" },
  "layers-table": { path: "/agents/support/layers?view=table" },
  matrix: { path: "/agents/support/matrix" },
  flow: { path: "/agents/sales/flow" },
  "flow-play": { path: `/agents/sales/flow?tab=play&session=${set.funnel}` },
  sessions: { path: "/sessions" },
  session: { path: `/sessions/${set.session}?turn=4` },
  "session-state": { path: `/sessions/${set.session}?turn=4&tab=state` },
  "session-layers": { path: `/sessions/${set.session}?turn=2&tab=layers` },
  "session-sent": { path: `/sessions/${set.session}?turn=2&tab=sent` },
  "session-replay": { path: `/sessions/${set.session}?turn=2&tab=replay&pins=response/reflective@2` },
  memory: { path: "/memory?user=mara" },
  "memory-open": { path: "/memory?user=mara", act: (page) => page.getByRole("row").nth(2).click() },
  experiments: { path: "/experiments" },
  experiment: { path: `/experiments/${set.experiment}` },
  roles: { path: "/roles" },
  role: { path: `/roles/${set.role}` },
  audit: { path: "/audit", act: (page) => page.getByRole("row").nth(2).click() },
  keys: { path: "/admin/keys" },
  "new-key": { path: "/admin/keys", act: (page) => page.getByRole("button", { name: "New key" }).click() },
  webhooks: { path: "/admin/webhooks" },
  jobs: { path: "/admin/jobs" },
  labels: { path: "/admin/labels" },
  workspaces: { path: "/admin/workspaces" },
  palette: { path: "/prompts", keys: ["Control+k"], type: "crisis", wait: 500 },
  help: { path: "/agents/support/live", keys: ["?"] },
  "no-flow": { path: "/agents/coach/flow" },
  "narrow-live": { path: "/agents/support/live?case=supportive-mi", size: NARROW },
  "narrow-prompts": { path: "/prompts?agent=support", size: NARROW },
  "narrow-prompt": { path: "/prompts/support/response/reflective", size: NARROW },
  "narrow-matrix": { path: "/agents/support/matrix", size: NARROW },
  "narrow-sessions": { path: "/sessions", size: NARROW },
  "narrow-session": { path: `/sessions/${set.session}?turn=4`, size: NARROW },
  "narrow-memory": { path: "/memory?user=mara", size: NARROW },
  "narrow-live-input": { path: "/agents/support/live?case=supportive-mi", size: NARROW, act: (page) => page.getByRole("button", { name: "Input" }).click() },
  "narrow-live-layers": { path: "/agents/support/live?case=supportive-mi", size: NARROW, act: (page) => page.getByRole("button", { name: "Layers", exact: true }).click() },
  "narrow-layers": { path: "/agents/support/layers", size: NARROW },
  "narrow-flow": { path: "/agents/sales/flow", size: NARROW },
  "narrow-role": { path: `/roles/${set.role}`, size: NARROW },
  "narrow-audit": { path: "/audit", size: NARROW },
  "narrow-keys": { path: "/admin/keys", size: NARROW },
  "narrow-experiment": { path: `/experiments/${set.experiment}`, size: NARROW },
};

const browser = await browse();
try {
  for (const theme of ["light", "dark"]) {
    for (const [name, page] of Object.entries(PAGES)) {
      if (only && !only.some((one) => name === one || (one.endsWith("*") && name.startsWith(one.slice(0, -1))))) continue;
      await take(name, theme, page).catch((thrown) => console.log(`${name} in ${theme}: ${thrown.message}`));
    }
  }
} finally {
  await browser.close();
  set.stop();
}

async function take(name, theme, { path, key, size = { width: 1280, height: 800 }, act, keys = [], type, wait = 300 }) {
  const tab = await open(browser, set.service, path, { theme, ...size, scale: Number(process.env.SCALE ?? 1), ...(key === undefined ? {} : { key }) });
  try {
    await tab.page.waitForLoadState("networkidle");
    await act?.(tab.page);
    for (const press of keys) await tab.page.keyboard.press(press);
    if (type) await tab.page.keyboard.type(type);
    await tab.page.waitForTimeout(wait);
    await tab.page.screenshot({ path: `${folder}/${name}-${theme}.png` });
    for (const fault of tab.faults) console.log(`${name} in ${theme}: ${fault}`);
  } finally {
    await tab.context.close();
  }
}

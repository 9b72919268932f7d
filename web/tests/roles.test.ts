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

const field = (path: string) => tab.page.locator(`[data-field="${path}"]`);
const read = () => tab.page.getByRole("region", { name: "What the model reads" });

/** A copy of the developer, under a name of its own. */
async function copied(name: string): Promise<string> {
  const made = await service.ask("POST", "agent-roles", { source_role_id: "developer", name });
  return made.id as unknown as string;
}

/** What a role is told now. */
async function config(id: string): Promise<Record<string, Record<string, string>>> {
  return (await service.ask("GET", `agent-roles/${id}/prompt`)).prompt_config as never;
}

test("a template is looked at, copied with the keyboard alone, and the copy can be changed", async () => {
  tab = await open(browser, service, "/roles");
  const { page } = tab;
  await page.getByRole("link", { name: "developer" }).waitFor();
  await page.getByText("The workspace has no roles of its own yet").waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("n");
  await page.getByLabel("Copy of").selectOption("developer");
  await page.getByLabel("Name").focus();
  await page.keyboard.type("ours");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "ours" }).waitFor();
  await page.getByRole("link", { name: "copy of developer" }).click();
  await page.getByRole("heading", { name: "developer", exact: true }).waitFor();
  expect(await field("system_prompt").locator("textarea").getAttribute("readonly")).not.toBeNull();
});

test("a text is changed with a variable at hand, previewed, saved with a reason, and rolled back", async () => {
  const id = await copied("rolled");
  tab = await open(browser, service, `/roles/${id}`);
  const { page } = tab;
  const chat = field("templates/chat_task");
  await chat.locator("textarea").fill("Answer shortly about ");
  await page.keyboard.press("Control+End");
  await chat.getByRole("button", { name: "project.name" }).click();
  await read().getByText("Answer shortly about").waitFor();
  await expect.poll(() => read().locator(".value", { hasText: "Larkpost" }).count()).toBe(1);
  expect(new URL(page.url()).searchParams.get("step")).toBe("chat");
  // What is not saved survives a reload.
  await page.reload();
  await chat.getByText("changed").waitFor();
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").fill("Shorter chats");
  await page.keyboard.press("Enter");
  await page.getByText("Version 2 is stored and active.").waitFor();
  expect((await config(id)).templates?.chat_task).toBe("Answer shortly about {{ project.name }}");
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByText("Shorter chats").waitFor();
  await page.getByRole("button", { name: "Version 2" }).click();
  await page.locator(".diff").first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole("button", { name: "Roll back" }).click();
  await page.getByText("rolled is version 1 again.").waitFor();
  expect((await config(id)).templates?.chat_task).not.toContain("Answer shortly");
});

test("everything that is wrong stands in its place while somebody types, and is not stored", async () => {
  const id = await copied("wrong");
  tab = await open(browser, service, `/roles/${id}`);
  const { page } = tab;
  await field("system_prompt").locator("textarea").fill(" ");
  await field("templates/gate_eval").locator("textarea").fill("Judge {{ gate.criterion }}");
  await field("system_prompt").getByText("the system prompt says nothing").waitFor();
  await field("templates/gate_eval").getByText("Did you mean").waitFor();
  expect(await field("developer_prompt").getByRole("alert").count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  // An emptied field stays a place to write in.
  await field("developer_prompt").locator("textarea").fill("");
  expect((await field("developer_prompt").locator("textarea").boundingBox())?.height).toBeGreaterThan(60);
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").fill("It will not go");
  const store = page.getByRole("button", { name: "Save and activate" });
  await page.getByText("a role with a mistake is never stored").waitFor();
  expect(await store.isDisabled()).toBe(true);
  expect(await store.getAttribute("aria-describedby")).toBe("role-mistakes");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Throw away changes" }).click();
  await expect.poll(() => page.getByText("the system prompt says nothing").count()).toBe(0);
  expect((await config(id)).system_prompt).toContain("senior software developer");
});

test("the difference from the template is told, and a reset makes it none", async () => {
  const id = await copied("reset");
  const own = await config(id);
  await service.ask("PATCH", `agent-roles/${id}/prompt`, { prompt_config: { ...own, developer_prompt: "Only this rule." }, note: "Fewer rules" });
  tab = await open(browser, service, `/roles/${id}?tab=difference`);
  const { page } = tab;
  await page.getByText("1 field differ").or(page.getByText("1 field differs")).waitFor();
  await page.locator(".diff").getByText("Only this rule.").waitFor();
  await page.getByRole("button", { name: "Reset" }).click();
  await page.getByRole("button", { name: "Reset it" }).click();
  await page.getByText("Nothing differs").waitFor();
  expect(await config(id)).toEqual(await config("developer"));
});

test("a reset says what goes, unsaved changes too, and is not offered where nothing differs", async () => {
  const id = await copied("unsaved");
  tab = await open(browser, service, `/roles/${id}`);
  const { page } = tab;
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Reset" }).click();
  await dialog.getByText("there is nothing to reset").waitFor();
  expect(await dialog.getByRole("button", { name: "Reset it" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await field("developer_prompt").locator("textarea").fill("Half a thought.");
  await field("templates/chat_task").locator("textarea").fill("Answer at once.");
  await page.getByLabel("Description", { exact: true }).fill("Mine alone");
  await page.getByRole("button", { name: "Reset" }).click();
  await dialog.getByText("gone for good after a reset: Developer prompt, Chat, description").waitFor();
  await dialog.locator(".diff").getByText("Half a thought.").waitFor();
  await dialog.locator(".diff").getByText("Answer at once.").waitFor();
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Reset it" }).click();
  await page.getByText("unsaved is what developer is now.").waitFor();
  expect(await config(id)).toEqual(await config("developer"));
});

test("what somebody else stores meanwhile is shown, and not written over", async () => {
  const id = await copied("overtaken");
  tab = await open(browser, service, `/roles/${id}`);
  const { page } = tab;
  await field("developer_prompt").locator("textarea").fill("Mine.");
  await service.ask("PATCH", `agent-roles/${id}/prompt`, { prompt_config: { ...(await config(id)), developer_prompt: "Theirs." }, note: "" });
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").fill("Mine is better");
  await page.keyboard.press("Enter");
  await page.getByText("Version 2 was made meanwhile").waitFor();
  expect((await config(id)).developer_prompt).toBe("Theirs.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Keep mine on top" }).click();
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").fill("Mine is better");
  await page.keyboard.press("Enter");
  await page.getByText("Version 3 is stored and active.").waitFor();
  expect((await config(id)).developer_prompt).toBe("Mine.");
});

test("a role is made from nothing, described, given a model and a mode, and saved as one version", async () => {
  tab = await open(browser, service, "/roles");
  const { page } = tab;
  await page.getByRole("button", { name: "New role" }).click();
  await page.getByLabel("Copy of").selectOption("Nothing: the smallest role");
  await page.getByLabel("Name").fill("scout");
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "scout" }).waitFor();
  await read().getByText("You are scout.").waitFor();
  await page.getByLabel("Description", { exact: true }).fill("Looks ahead");
  await page.getByLabel("Window").fill("many");
  await page.getByLabel("Name of a new mode").fill("hotfix");
  await page.keyboard.press("Enter");
  const hotfix = page.locator('[data-mode="hotfix"]');
  await hotfix.getByLabel("What hotfix adds").fill("Mend the cause with the fewest lines.");
  // The preview shows the mode before it is stored.
  await read().getByText("Mend the cause with the fewest lines.").waitFor();
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing was stored").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("alert").filter({ hasText: "whole number" }).waitFor();
  await page.getByLabel("Window").fill("32000");
  await expect.poll(() => page.getByRole("alert").count()).toBe(0);
  expect(await findings(page)).toEqual([]);
  await page.reload();
  await expect.poll(() => page.getByRole("button", { name: "Save version" }).isEnabled()).toBe(true);
  await page.keyboard.press("Control+s");
  await page.getByText("another description, another model, another set of modes").waitFor();
  await page.getByLabel("Why").fill("A way out");
  await page.keyboard.press("Enter");
  await page.getByText("Version 2 is stored and active.").waitFor();
  const roles = (await service.ask("GET", "agent-roles")).items as unknown as Record<string, unknown>[];
  const made = roles.find((role) => role.name === "scout");
  expect(made).toMatchObject({
    description: "Looks ahead",
    model: { window: 32000 },
    modes: { hotfix: { system_addon: "Mend the cause with the fewest lines." } },
    source_role_id: null,
  });
  await hotfix.getByRole("button", { name: "Remove hotfix" }).click();
  await page.keyboard.press("Control+s");
  await page.getByLabel("Why").fill("No more fires");
  await page.keyboard.press("Enter");
  await page.getByText("Version 3 is stored and active.").waitFor();
  expect(await hotfix.count()).toBe(0);
});

test("who may not edit is not offered to, and sees what the model reads", async () => {
  const key = await service.keyFor("read", "run");
  tab = await open(browser, service, "/roles/developer", { key });
  const { page } = tab;
  await read().getByText("You are a senior software developer").waitFor();
  for (const name of ["Save version", "Copy", "Reset"]) expect(await page.getByRole("button", { name }).count()).toBe(0);
});

test("no text of a role becomes a script, wherever it stands", async () => {
  const rows = readFileSync(new URL("corpora/studio_xss.jsonl", import.meta.url), "utf8").trim().split("\n");
  const payloads = [...new Set(rows.map((row) => (JSON.parse(row) as { payload: string }).payload))];
  const text = payloads.map((payload) => `{% raw %}${payload.replaceAll("{%", "")}{% endraw %}`).join("\n\n");
  const id = await copied("hostile");
  const own = await config(id);
  const hostile = { ...own, developer_prompt: text, templates: { ...own.templates, [payloads[0] ?? ""]: text } };
  await service.ask("PATCH", `agent-roles/${id}/prompt`, { prompt_config: hostile, description: payloads.join(" "), note: payloads.join(" ") });
  tab = await open(browser, service, `/roles/${id}`);
  const { page } = tab;
  await read().getByText("alert(1)").first().waitFor();
  await page.getByRole("tab", { name: "Against the template" }).click();
  await page.locator(".diff").getByText("alert(1)").first().waitFor();
  await page.getByRole("tab", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Version 2" }).click();
  await page.locator(".diff").getByText("alert(1)").first().waitFor();
  await page.goto(`${service.address}/roles`);
  await page.getByRole("link", { name: "hostile" }).waitFor();
});

test.each(["light", "dark"] as const)("nothing keeps anybody out in %s, and narrow windows work", async (theme) => {
  tab = await open(browser, service, "/roles/architect", { theme, width: 700 });
  await read().getByText("software architect").first().waitFor();
  expect(await findings(tab.page)).toEqual([]);
  const [inner, scroll] = await tab.page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner ?? 0);
});

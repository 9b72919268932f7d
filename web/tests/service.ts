/**
 * Owns the service and the browser that a test uses: a real binary on a database of its own, and Debian's
 * Chromium.
 *
 * It must never use a service that is running already: its data would be somebody's.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { servePages } from "./pages";

const root = fileURLToPath(new URL("../..", import.meta.url));

function program(): string {
  const built = process.env.PROEM_BIN ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/proem");
  if (!existsSync(built)) throw new Error(`${built} is not there: cargo build -p proem-server`);
  return built;
}

/** A model that the service is to ask, and what it costs. */
export interface Asked {
  address: string;
  prices: object;
}

export class Service {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly address: string,
    readonly key: string,
  ) {}

  /** Starts a service with the agents of `examples/`; with a model to ask where one is named. */
  static async start(model?: Asked): Promise<Service> {
    return Service.run(mkdtempSync(join(tmpdir(), "proem-studio-")), model, "");
  }

  /** Stops it, and starts it again with the same database and another model. */
  async again(model: Asked): Promise<Service> {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await ended;
    return Service.run(this.folder, model, this.key);
  }

  private static async run(folder: string, model: Asked | undefined, known: string): Promise<Service> {
    const words = ["serve", join(root, "examples"), "--db", join(folder, "proem.db"), "--listen", "127.0.0.1:0"];
    const env: NodeJS.ProcessEnv = { ...process.env };
    if (model) {
      writeFileSync(join(folder, "models.json"), JSON.stringify({ prices: model.prices }));
      words.push("--models", join(folder, "models.json"));
      env.OPENAI_BASE_URL = model.address;
    }
    const started = spawn(program(), words, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    let key = known;
    for await (const line of createInterface({ input: started.stdout })) {
      key ||= /proem_[0-9a-f]+/.exec(line)?.[0] ?? "";
      const address = /^listening at (\S+)/.exec(line)?.[1];
      if (address) return new Service(started, folder, address, key);
    }
    throw new Error("the service ended before it listened");
  }

  /** Asks the API, and gives what it answers. */
  async ask(method: string, path: string, body?: unknown, key = this.key): Promise<Record<string, never>> {
    const reply = await fetch(`${this.address}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return text === "" ? {} : JSON.parse(text);
  }

  /** Makes a key with some scopes. */
  async keyFor(...scopes: string[]): Promise<string> {
    const made = await this.ask("POST", "keys", { name: scopes.join(" and "), scopes });
    return made.secret as unknown as string;
  }

  stop(): void {
    this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Starts the browser. */
export async function browse(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}

/** A tab that notes everything that must not happen. */
export interface Tab {
  page: Page;
  context: BrowserContext;
  /** Errors of the console, refusals of the policy, requests to other places, scripts that ran from texts. */
  faults: string[];
}

/** A tab that is signed in, at an address of the page. */
export async function open(browser: Browser, service: Service, path: string, options: Options = {}): Promise<Tab> {
  const { key = service.key, theme = "light", width = 1440, height = 900, scale = 1 } = options;
  const context = await browser.newContext({ colorScheme: theme, viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    // A refusal that a test provokes is told by the browser too; the page shows it as a problem.
    const refused = /the server responded with a status of (401|403|404|409|422)/.test(message.text());
    if (message.type() === "error" && !refused) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`a script ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== service.address && url.protocol !== "data:") faults.push(`request to ${url.origin}`);
  });
  await servePages(context, service.address);
  if (key) await page.addInitScript((own) => sessionStorage.setItem("proem.key", own), key);
  page.setDefaultTimeout(15_000);
  await page.goto(service.address + path);
  return { page, context, faults };
}

export interface Options {
  /** Empty to come without one. */
  key?: string;
  theme?: "light" | "dark";
  width?: number;
  height?: number;
  /** Pixels of the screen in one of the page, for pictures. */
  scale?: number;
}

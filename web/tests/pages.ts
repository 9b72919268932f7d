/**
 * Owns which pages a test looks at: those that are part of the binary, or, where `PROEM_STUDIO` names a folder,
 * what `vite build` has put there. So a change is tried before it is built into the binary.
 *
 * It must never loosen what the service asks of its pages: the policy is the same.
 */
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";

/** What the service itself answers. */
const SERVICE = /^\/(api|v1|mcp|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers for the pages of a service from a folder, where one is named. */
export async function servePages(context: BrowserContext, address: string): Promise<void> {
  const folder = process.env.PROEM_STUDIO;
  if (!folder) return;
  await context.route(
    (url) => url.origin === address && !SERVICE.test(url.pathname),
    (route) => {
      const named = join(folder, new URL(route.request().url()).pathname);
      const path = existsSync(named) && statSync(named).isFile() ? named : join(folder, "index.html");
      return route.fulfill({ path, headers: { "content-security-policy": POLICY } });
    },
  );
}

/**
 * Owns what axe says of a page: findings that keep somebody from using it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Serious and critical findings, each as a line. */
export async function findings(page: Page): Promise<string[]> {
  // The policy of the page forbids scripts from elsewhere; an evaluation by the test does not fall under it.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }).axe.run;
    interface Violation {
      id: string;
      impact: string;
      nodes: { target: string[]; failureSummary: string }[];
    }
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { violations } = await run({ runOnly: { type: "tag", values: tags } });
    return violations
      .filter((violation) => ["serious", "critical"].includes(violation.impact))
      .flatMap((violation) => violation.nodes.map((node) => `${violation.id} at ${node.target.join(" ")}: ${node.failureSummary}`));
  });
}

/**
 * Owns which agent one is looking at: the address says it, and where it does not, the last one holds.
 */
import { router } from "./router.svelte";
import { session } from "./session.svelte";

const STORED = "proem.agent";

class Current {
  /** What the page that is shown says. */
  private named = $state("");
  private last = $state(sessionStorage.getItem(STORED) ?? "");

  get name(): string {
    const known = (name: string) => session.agents.some((agent) => agent.agent === name);
    const asked = this.named || router.query.get("agent") || "";
    if (asked) return asked;
    return known(this.last) ? this.last : (session.agents[0]?.agent ?? "");
  }

  /** Told by the shell for each page. */
  look(name: string): void {
    this.named = name;
    if (name) this.remember(name);
  }

  remember(name: string): void {
    this.last = name;
    sessionStorage.setItem(STORED, name);
  }
}

export const current = new Current();

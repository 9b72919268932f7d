/**
 * Owns who is signed in, and which agents there are: what the shell and every page know.
 *
 * It must never offer what the key may not do; the service refuses it anyway.
 */
import { api, got, key, refused, setKey } from "~/api/client";
import type { Schemas } from "~/api/client";
import { asProblem } from "~/api/problem";
import type { Agent, Scope } from "~/api/shapes";

class Session {
  /** The key that is signed in. */
  who = $state<Schemas["CurrentKey"] | null>(null);
  /** The agents of the workspace, by name. */
  agents = $state<Agent[]>([]);
  /** Whether a key of the tab is being tried. */
  trying = $state(key() !== null);
  /** Why somebody has to sign in again. */
  notice = $state("");

  may(scope: Scope): boolean {
    return this.who?.scopes.includes(scope) ?? false;
  }

  /** Signs in, or throws the problem. */
  async signIn(value: string): Promise<void> {
    setKey(value.trim());
    try {
      const who = await got(api.GET("/api/v1/keys/current"));
      // Whoever is signed in knows the agents: pages begin with one of them.
      await this.loadAgents();
      this.who = who;
      this.notice = "";
    } catch (problem) {
      setKey(null);
      this.who = null;
      throw problem;
    }
  }

  /** Goes on with the key of the tab, where there is one. */
  async resume(): Promise<void> {
    const own = key();
    if (own === null) return;
    try {
      await this.signIn(own);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === "key.unknown") {
        this.notice = "The key of this tab is no longer taken. Sign in with another one.";
        return;
      }
      // A service that is away for a moment is no reason to ask for the key again.
      setKey(own);
      this.notice = `${problem.document.title}. The key of this tab is kept: load the page again in a moment.`;
    } finally {
      this.trying = false;
    }
  }

  signOut(notice = ""): void {
    setKey(null);
    this.who = null;
    this.agents = [];
    this.notice = notice;
  }

  async loadAgents(): Promise<void> {
    this.agents = await all((after) =>
      got(api.GET("/api/v1/agents", { params: { query: { limit: 500, after } } })),
    );
  }
}

/** All items of a list, page after page. */
export async function all<T>(
  page: (after: string | undefined) => Promise<{ items: T[]; next?: string | null }>,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | undefined;
  do {
    const found = await page(after);
    items.push(...found.items);
    after = found.next ?? undefined;
  } while (after !== undefined);
  return items;
}

export const session = new Session();

refused.handler = () => {
  if (session.who) session.signOut("The key was revoked or has run out. Sign in with another one.");
};

/**
 * Owns the address: which page it names, with which parameters, and how one goes to another.
 *
 * It must never keep anything that is not in the address: an address that is sent to a colleague shows
 * them the same.
 */

class Router {
  path = $state(location.pathname);
  query = $state(new URLSearchParams(location.search));
  /** Asked before one leaves a page; false keeps one there. */
  guard: (() => boolean) | null = null;

  /** Goes to an address. */
  go(address: string, how: { replace?: boolean } = {}): void {
    const next = new URL(address, location.origin);
    if (next.pathname !== this.path && this.guard && !this.guard()) return;
    history[how.replace ? "replaceState" : "pushState"](null, "", next.pathname + next.search);
    this.read();
  }

  /** Sets members of the query in place; empty ones go. */
  set(members: Record<string, string | null | undefined>): void {
    const query = new URLSearchParams(this.query);
    for (const [name, value] of Object.entries(members)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString();
    if (text === this.query.toString()) return;
    history.replaceState(null, "", this.path + (text && `?${text}`));
    this.read();
  }

  read(): void {
    this.path = location.pathname;
    this.query = new URLSearchParams(location.search);
  }
}

export const router = new Router();

/** Lets links of the page work without loading it again. */
export function follow(): void {
  addEventListener("popstate", () => router.read());
  addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element | null)?.closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    router.go(link.pathname + link.search);
  });
}

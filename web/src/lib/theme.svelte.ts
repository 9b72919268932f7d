/**
 * Owns light and dark: the system's choice, or the viewer's own, which this browser remembers.
 */
export type Theme = "system" | "light" | "dark";

const STORED = "proem.theme";

class Chosen {
  theme = $state<Theme>("system");

  constructor() {
    const stored = localStorage.getItem(STORED);
    if (stored === "light" || stored === "dark") this.theme = stored;
    this.show();
  }

  choose(theme: Theme): void {
    this.theme = theme;
    if (theme === "system") localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, theme);
    this.show();
  }

  /** The next one in the order system, light, dark. */
  next(): void {
    const order: Theme[] = ["system", "light", "dark"];
    this.choose(order[(order.indexOf(this.theme) + 1) % order.length] ?? "system");
  }

  private show(): void {
    if (this.theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
  }
}

export const theme = new Chosen();

/**
 * Owns what is told in passing: that something was done, or why it was not.
 */
import { asProblem, type Problem } from "~/api/problem";

export interface Toast {
  id: number;
  text: string;
  problem?: Problem;
  /** What can be done about it at once. */
  action?: { label: string; run: () => void };
}

/** How long something good is shown, in milliseconds. A problem stays until it is put away. */
const SHOWN = 6_000;

class Toasts {
  list = $state<Toast[]>([]);
  private last = 0;

  say(text: string, action?: Toast["action"]): void {
    const id = this.add({ text, action });
    setTimeout(() => this.close(id), SHOWN);
  }

  /** Shows what was thrown. */
  fail(text: string, thrown: unknown): void {
    this.add({ text, problem: asProblem(thrown) });
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  private add(toast: Omit<Toast, "id">): number {
    this.last += 1;
    this.list = [...this.list.slice(-3), { ...toast, id: this.last }];
    return this.last;
  }
}

export const toasts = new Toasts();

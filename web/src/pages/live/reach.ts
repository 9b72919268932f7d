/**
 * Owns going to a field of the form: what is folded is opened, and the field is seen and has the focus.
 */
import { tick } from "svelte";
import { pane } from "./pane.svelte";

/** How long a field that was gone to is marked, in milliseconds. */
const MARKED = 1_600;

/** Goes to a field, or to the nearest one around it: `state.user.name`, `history.3`. */
export async function reach(field: string): Promise<void> {
  pane.shown = "input";
  await tick();
  for (let around: Element | null = nearest(field); around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
  }
  // What is made when it is opened is there in the next frame.
  await new Promise((ready) => requestAnimationFrame(() => setTimeout(ready)));
  const found = nearest(field);
  if (!found) return;
  const control = found.matches("input, textarea, select, button") ? found : found.querySelector<HTMLElement>("input, textarea, select, button");
  // What cannot be changed cannot have the focus; it is shown all the same.
  (control ?? found).scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
  found.classList.add("reached");
  setTimeout(() => found.classList.remove("reached"), MARKED);
}

function nearest(field: string): HTMLElement | null {
  for (let name = field; name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const found = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (found) return found;
  }
  return null;
}

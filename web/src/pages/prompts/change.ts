/**
 * Owns what is done around every change of what is active: the list is read anew, and it is told.
 */
import { toasts } from "~/lib/toasts.svelte";
import type { Document } from "./document.svelte";

/** Makes a change of a prompt. */
export async function change(document: Document, done: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    toasts.say(done);
    return true;
  } catch (thrown) {
    toasts.fail("Nothing was changed", thrown);
    return false;
  } finally {
    await document.load(null).catch(() => {});
  }
}

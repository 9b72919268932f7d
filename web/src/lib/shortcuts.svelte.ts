/**
 * Owns the keyboard: which keys do what now, and the list that the help overlay shows.
 *
 * It must never take a key away from somebody who types.
 */
import { untrack } from "svelte";

export interface Shortcut {
  /** `mod+k`, `shift+arrowleft`, `g p` (one key behind the other), `?`. */
  keys: string;
  label: string;
  /** Absent where something else takes the key: it stands in the list to be found. */
  run?: () => void;
  /** Also while somebody types. */
  typing?: boolean;
}

class Shortcuts {
  groups = $state.raw<{ title: string; list: Shortcut[] }[]>([]);
  private before = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds a group as long as the caller lives; call it in an `$effect`. */
  add(title: string, list: Shortcut[]): () => void {
    const group = { title, list };
    untrack(() => (this.groups = [...this.groups, group]));
    return () => {
      this.groups = this.groups.filter((other) => other !== group);
    };
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = named(event);
    const sequence = this.before ? `${this.before} ${pressed}` : pressed;
    const typing = types(event.target);
    if (presses(event.target, pressed)) return;
    // The newest group first: a page has the say before the shell.
    for (const group of [...this.groups].reverse()) {
      for (const shortcut of group.list) {
        if (!shortcut.run || (typing && !shortcut.typing)) continue;
        if (shortcut.keys === sequence || (this.before && shortcut.keys === pressed)) {
          event.preventDefault();
          this.forget();
          shortcut.run();
          return;
        }
      }
    }
    this.forget();
    if (!typing && pressed === "g") {
      this.before = "g";
      this.timer = setTimeout(() => this.forget(), 1_200);
    }
  }

  private forget(): void {
    this.before = "";
    clearTimeout(this.timer);
  }
}

export const shortcuts = new Shortcuts();

/** Keys as people of this machine know them. */
export function shown(keys: string): string[] {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);
  const words: Record<string, string> = {
    mod: mac ? "⌘" : "Ctrl",
    shift: "Shift",
    enter: "Enter",
    escape: "Esc",
    space: "Space",
    arrowleft: "←",
    arrowright: "→",
    arrowup: "↑",
    arrowdown: "↓",
  };
  return keys.split(/[+ ]/).map((word) => words[word] ?? word.toUpperCase());
}

/** Whether the key works what has the focus. */
function presses(target: EventTarget | null, pressed: string): boolean {
  const works = pressed === "space" || pressed === "enter";
  return works && target instanceof Element && target.closest("button, a, summary, select, input") !== null;
}

function named(event: KeyboardEvent): string {
  const name = event.key === " " ? "space" : event.key.toLowerCase();
  const mod = event.metaKey || event.ctrlKey ? "mod+" : "";
  const alt = event.altKey ? "alt+" : "";
  // Signs such as `?` have the shift key in them.
  const shift = event.shiftKey && name.length > 1 ? "shift+" : "";
  return mod + alt + shift + name;
}

function types(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const root = target.shadowRoot?.activeElement ?? target;
  return (
    /^(INPUT|TEXTAREA|SELECT)$/.test(root.tagName) ||
    (root instanceof HTMLElement && root.isContentEditable)
  );
}

/**
 * Owns the editor: one CodeMirror view in a shadow root.
 *
 * The shadow root is what lets it be styled: the policy of the page forbids style elements, and in a
 * shadow root CodeMirror adopts constructed sheets instead. It must never keep the text: whoever opened it
 * is told of every change.
 */
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, simplifySelection } from "@codemirror/commands";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Lint } from "@codemirror/lint";
import { closeSearchPanel, highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Outline } from "~/api/shapes";
import type { Mend } from "../fixes";
import { promptLanguage } from "./language";
import { words } from "./words";

/** A finding at a place of the text, in characters. */
export interface Mark {
  from: number;
  to: number;
  severity: "error" | "warning";
  message: string;
  help?: string | null;
  /** What mends it, where one thing clearly does. */
  mend: Mend | null;
}

export interface Editor {
  /** Puts another text in, where it differs. */
  write(text: string): void;
  mark(marks: readonly Mark[]): void;
  /** Applies a remedy, if the text is still the one that it was made for. */
  mend(mend: Mend): boolean;
  /** Goes to a place. */
  go(at: number): void;
  allow(editable: boolean): void;
  close(): void;
}

export interface Wishes {
  text: string;
  label: string;
  editable: boolean;
  outline: () => Outline | null;
  onchange: (text: string) => void;
  onsave: () => void;
  /** Called when somebody leaves with Escape: the focus goes to what is around. */
  onleave: () => void;
}

const KINDS = { key: "variable", filter: "function", action: "method", tag: "keyword", field: "property" } as const;

/** Opens an editor within an element. */
export function open(host: HTMLElement, wishes: Wishes): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const editable = new Compartment();
  let marked: readonly Mark[] = [];
  const apply = (mend: Mend): boolean => {
    if (view.state.doc.toString() !== mend.of) return false;
    view.dispatch({ changes: mend.changes, userEvent: "input.mend", scrollIntoView: true });
    view.focus();
    return true;
  };
  /** What is wrong at the caret is mended, or else what is wrong on its line. */
  const mendHere = (): boolean => {
    const { head } = view.state.selection.main;
    const line = view.state.doc.lineAt(head);
    const at = (from: number, to: number) => marked.find((mark) => mark.mend && mark.from <= to && mark.to >= from);
    const found = at(head, head) ?? at(line.from, line.to);
    return found?.mend ? apply(found.mend) : false;
  };
  /** What is open is closed first. */
  const leave = (): boolean => {
    if (closeCompletion(view) || closeSearchPanel(view)) return true;
    if (view.state.selection.ranges.length > 1) return simplifySelection(view);
    wishes.onleave();
    return true;
  };
  const view: EditorView = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: wishes.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        closeBrackets(),
        search({ top: true }),
        highlightSelectionMatches(),
        EditorView.lineWrapping,
        lintGutter(),
        promptLanguage,
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [(context) => offered(context.state.sliceDoc(0, context.pos), context, wishes)] }),
        editable.of(EditorView.editable.of(wishes.editable)),
        EditorView.contentAttributes.of({ "aria-label": wishes.label, spellcheck: "true" }),
        keymap.of([
          { key: "Mod-.", run: mendHere, preventDefault: true },
          { key: "Mod-s", run: () => (wishes.onsave(), true), preventDefault: true },
          // Tab goes on to what comes next, and Escape leaves: nobody is caught in it. Mod-] and Mod-[ indent.
          { key: "Tab", run: acceptCompletion },
          { key: "Escape", run: leave, preventDefault: true },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) wishes.onchange(update.state.doc.toString());
        }),
        THEME,
      ],
    }),
  });
  return {
    write(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark(marks) {
      marked = marks;
      const end = view.state.doc.length;
      const lints = marks.map((mark): Lint => {
        const message = mark.help ? `${mark.message}\n${mark.help}` : mark.message;
        const place = { from: Math.min(mark.from, end), to: Math.min(mark.to, end) };
        const { severity, mend } = mark;
        const actions = mend ? [{ name: mend.title, apply: () => void apply(mend) }] : [];
        return { ...place, severity, message, actions };
      });
      view.dispatch(setDiagnostics(view.state, lints));
    },
    mend: apply,
    go(at) {
      const place = Math.min(at, view.state.doc.length);
      view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: "center" }) });
      view.focus();
    },
    allow: (may) => view.dispatch({ effects: editable.reconfigure(EditorView.editable.of(may)) }),
    close: () => view.destroy(),
  };
}

function offered(before: string, context: { state: EditorState; explicit: boolean }, wishes: Wishes) {
  const outline = wishes.outline();
  const found = outline && words(before, context.state.doc.toString(), outline);
  if (!found || (found.from === before.length && !context.explicit && !/[{%|[,]\s?$/.test(before))) return null;
  return {
    from: found.from,
    options: found.list.map((word, at) => ({
      label: word.label,
      detail: word.detail,
      apply: word.insert,
      type: KINDS[word.kind],
      boost: -at,
    })),
    validFor: /^[\w.]*$/,
  };
}

const COLOURS = HighlightStyle.define([
  { tag: tags.meta, color: "var(--ink-3)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
  { tag: tags.propertyName, color: "var(--ink-2)", fontWeight: "600" },
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.bracket, color: "var(--ink-3)" },
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--accent)" },
  { tag: tags.function(tags.variableName), color: "var(--warn)" },
  { tag: [tags.string, tags.number], color: "var(--good)" },
  { tag: tags.list, color: "var(--ink-3)" },
  { tag: tags.monospace, color: "var(--ink-2)" },
]);

const THEME = EditorView.theme({
  "&": { height: "100%", fontSize: "12.5px", color: "var(--ink)", backgroundColor: "var(--surface)" },
  "&.cm-focused": { outline: "none" },
  // Line numbers and the line with the caret would lie over an outline.
  "&.cm-focused::after": {
    content: '""',
    position: "absolute",
    inset: "0",
    border: "2px solid var(--accent)",
    pointerEvents: "none",
    zIndex: "300",
  },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.65" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 14px 0 8px" },
  ".cm-gutters": { backgroundColor: "var(--surface)", color: "var(--ink-3)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--sunken)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 24%, transparent)",
  },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "6px",
    boxShadow: "var(--shadow-l)",
    fontFamily: "var(--font)",
    fontSize: "12px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "3px 8px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": { color: "var(--ink-3)", fontStyle: "normal", fontFamily: "var(--font)" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap", maxWidth: "460px", padding: "5px 10px", borderLeftWidth: "3px" },
  ".cm-diagnosticAction": {
    display: "block",
    margin: "6px 0 2px",
    padding: "2px 8px",
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
    backgroundColor: "var(--surface)",
    color: "var(--ink)",
  },
  ".cm-panels": { backgroundColor: "var(--sunken)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panels input, .cm-panels button": {
    backgroundColor: "var(--surface)",
    backgroundImage: "none",
    color: "var(--ink)",
    border: "1px solid var(--line-strong)",
    borderRadius: "4px",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warn-soft)" },
  ".cm-selectionMatch": { backgroundColor: "var(--accent-soft)" },
});

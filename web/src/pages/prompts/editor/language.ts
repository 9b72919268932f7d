/**
 * Owns what a prompt's file looks like in the editor: front matter, Markdown, and the template profile.
 */
import { LanguageSupport, StreamLanguage, type StringStream } from "@codemirror/language";
import { tags } from "@lezer/highlight";

interface State {
  /** Where in the file: before it, in the front matter, in the text. */
  place: "start" | "front" | "text";
  /** What closes the tag that is open; empty outside of tags. */
  close: "" | "}}" | "%}" | "#}";
  /** Whether a word of a tag is still to come. */
  head: boolean;
}

const WORDS = /^(?:if|elif|else|endif|for|endfor|in|raw|endraw|and|or|not|is|defined|none|true|false)\b/;

function front(stream: StringStream, state: State): string | null {
  if (stream.sol() && stream.match(/^---\s*$/)) {
    state.place = "text";
    return "meta";
  }
  if (stream.match(/^#.*/)) return "comment";
  if (stream.sol() && stream.match(/^\s*[\w-]+(?=:)/)) return "propertyName";
  if (stream.match(/^"(?:[^"\\]|\\.)*"|^'[^']*'/)) return "string";
  if (stream.match(/^\b(?:true|false|null|\d+(?:\.\d+)?)\b/)) return "number";
  stream.next();
  return null;
}

function tag(stream: StringStream, state: State): string | null {
  if (state.close === "#}") {
    if (stream.match("#}")) state.close = "";
    else if (!stream.skipTo("#}")) stream.skipToEnd();
    return "comment";
  }
  if (stream.match(/^-?[}%]}/)) {
    state.close = "";
    return "bracket";
  }
  if (stream.eatSpace()) return null;
  if (stream.match(/^"(?:[^"\\]|\\.)*"|^'(?:[^'\\]|\\.)*'/)) return "string";
  if (stream.match(/^\d+(?:\.\d+)?/)) return "number";
  if (stream.match(/^\|\s*\w+/)) return "function";
  if (stream.match(WORDS)) return "keyword";
  if (stream.match(/^[A-Za-z_]\w*/)) return "variableName";
  stream.next();
  return "operator";
}

function text(stream: StringStream, state: State): string | null {
  const opened = stream.match(/^\{([{%#])-?/) as RegExpMatchArray | null;
  if (opened) {
    state.close = opened[1] === "{" ? "}}" : opened[1] === "%" ? "%}" : "#}";
    return opened[1] === "#" ? "comment" : "bracket";
  }
  if (stream.sol() && stream.match(/^#{1,6}\s.*?(?=\{[{%#]|$)/)) return "heading";
  if (stream.sol() && stream.match(/^\s*(?:[-*+]|\d+\.)\s/)) return "list";
  if (stream.match(/^`[^`]*`/)) return "code";
  if (stream.match(/^\*\*[^*]+\*\*/)) return "strong";
  stream.next();
  stream.eatWhile(/[^{#`*\-\d+]/);
  return null;
}

const language = StreamLanguage.define<State>({
  name: "prompt",
  startState: () => ({ place: "start", close: "", head: false }),
  token(stream, state) {
    if (state.place === "start") {
      state.place = "text";
      if (stream.match(/^---\s*$/)) {
        state.place = "front";
        return "meta";
      }
    }
    if (state.place === "front") return front(stream, state);
    return state.close === "" ? text(stream, state) : tag(stream, state);
  },
  tokenTable: {
    meta: tags.meta,
    comment: tags.comment,
    propertyName: tags.propertyName,
    string: tags.string,
    number: tags.number,
    bracket: tags.bracket,
    function: tags.function(tags.variableName),
    keyword: tags.keyword,
    variableName: tags.variableName,
    operator: tags.operator,
    heading: tags.heading,
    list: tags.list,
    code: tags.monospace,
    strong: tags.strong,
  },
});

export const promptLanguage = new LanguageSupport(language);

-- The search index of memories, by their `seq`. It keeps no text: `memory` has it.
CREATE VIRTUAL TABLE memory_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);

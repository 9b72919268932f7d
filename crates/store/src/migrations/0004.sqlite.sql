-- The search index of what was said, by its `seq`. It keeps no text: `said` has it.
CREATE VIRTUAL TABLE said_index USING fts5 (
    words, content = '', contentless_delete = 1, detail = none,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co'"
);

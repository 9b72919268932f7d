-- The search index of what was said, by its `seq`.
CREATE TABLE said_index (rowid BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX said_index_words ON said_index USING GIN (words);

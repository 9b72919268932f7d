-- The search index of memories, by their `seq`.
CREATE TABLE memory_index (rowid BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX memory_index_words ON memory_index USING GIN (words);

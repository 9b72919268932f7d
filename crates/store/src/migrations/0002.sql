-- Where a conversation stands in its flow; '' where its agent has none.
ALTER TABLE sessions ADD COLUMN step TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_step ON sessions (workspace, agent, step, updated_at) WHERE step <> '';

-- The steps that a conversation has come to, each once.
CREATE TABLE visits (
    workspace TEXT NOT NULL,
    session TEXT NOT NULL,
    step TEXT NOT NULL,
    agent TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, session, step),
    FOREIGN KEY (workspace, session) REFERENCES sessions (workspace, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX visits_step ON visits (workspace, agent, step);

-- Whether what was said in a turn can be found. It is indexed after the turn was stored, so that no turn
-- waits for it.
ALTER TABLE turns ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX turns_waiting ON turns (workspace, session, n) WHERE indexed = 0;

-- What was said, each speaker of a turn by itself.
CREATE TABLE said (
    seq INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    session TEXT NOT NULL,
    n INTEGER NOT NULL,
    speaker TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX said_session ON said (workspace, session, n);

-- What a turn is given of memory: the newest of each owner and kind, however many there are.
CREATE INDEX memories_newest ON memories (workspace, scope, owner, kind, created_at, id)
WHERE status = 'active';

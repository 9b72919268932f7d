-- The first schema. It is written as SQLite reads it; `migrate` says what PostgreSQL reads instead.
-- Times are milliseconds since 1970 UTC, booleans 0 and 1, JSON is text. What may be absent in a key
-- is '' and never null, so that uniqueness holds for it too.

CREATE TABLE workspaces (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- The workspace of what is shipped: templates of roles.
INSERT INTO workspaces (id, name, epoch, created_at, updated_at) VALUES ('', 'shipped', 0, 0, 0);

-- Overrides of an agent's `config`; those of the agent '' are for all agents.
CREATE TABLE configs (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    agent TEXT NOT NULL,
    config TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, agent)
) STRICT;

-- One row for each change of management: the audit and the change feed.
CREATE TABLE audit (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    epoch INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    note TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (workspace, epoch)
) STRICT;

-- The last number that was given in a line of versions, also where that version was deleted.
CREATE TABLE heads (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    kind TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (workspace, kind, agent, prompt_type, phase)
) STRICT;

CREATE TABLE versions (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    kind TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    author TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id),
    UNIQUE (workspace, kind, agent, prompt_type, phase, version)
) STRICT;
CREATE UNIQUE INDEX versions_active ON versions (workspace, kind, agent, prompt_type, phase)
    WHERE is_active = 1;
CREATE INDEX versions_hash ON versions (workspace, kind, agent, hash);

CREATE TABLE prompts (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    body TEXT NOT NULL,
    source TEXT NOT NULL,
    context TEXT NOT NULL,
    actions TEXT NOT NULL,
    PRIMARY KEY (workspace, id),
    FOREIGN KEY (workspace, id) REFERENCES versions (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE bundles (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    description TEXT NOT NULL,
    files TEXT NOT NULL,
    PRIMARY KEY (workspace, id),
    FOREIGN KEY (workspace, id) REFERENCES versions (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE roles (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    source_workspace TEXT NOT NULL,
    source_role_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;

CREATE TABLE role_configs (
    workspace TEXT NOT NULL,
    id TEXT NOT NULL,
    config TEXT NOT NULL,
    PRIMARY KEY (workspace, id),
    FOREIGN KEY (workspace, id) REFERENCES versions (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE labels (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    kind TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    label TEXT NOT NULL,
    version INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, kind, agent, prompt_type, phase, label)
) STRICT;

CREATE TABLE protected_labels (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    label TEXT NOT NULL,
    PRIMARY KEY (workspace, label)
) STRICT;

-- Where labels went, `production` among them. A version of 0 is none.
CREATE TABLE log (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    epoch INTEGER NOT NULL,
    kind TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    label TEXT NOT NULL,
    how TEXT NOT NULL,
    from_version INTEGER NOT NULL,
    to_version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workspace, epoch)
) STRICT;
CREATE INDEX log_line ON log (workspace, kind, agent, prompt_type, phase, epoch);

-- Texts by their hash. The scope '' is for those of versions; a session's texts have its id, so that
-- they go with it.
CREATE TABLE blobs (
    workspace TEXT NOT NULL,
    scope TEXT NOT NULL,
    hash TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (workspace, scope, hash)
) STRICT;

CREATE TABLE releases (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    hash TEXT NOT NULL,
    agent TEXT NOT NULL,
    agent_version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, hash)
) STRICT;
CREATE INDEX releases_agent ON releases (workspace, agent, agent_version);

CREATE TABLE release_prompts (
    workspace TEXT NOT NULL,
    release_hash TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (workspace, release_hash, prompt_type, phase),
    FOREIGN KEY (workspace, release_hash) REFERENCES releases (workspace, hash) ON DELETE CASCADE
) STRICT;
CREATE INDEX release_prompts_version
    ON release_prompts (workspace, agent, prompt_type, phase, version);

CREATE TABLE users (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    state TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;

CREATE TABLE sessions (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    agent TEXT NOT NULL,
    user_id TEXT NOT NULL,
    state TEXT NOT NULL,
    history_from INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    version INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    incognito INTEGER NOT NULL,
    release_hash TEXT NOT NULL,
    meta TEXT NOT NULL,
    lease_owner TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE INDEX sessions_created ON sessions (workspace, created_at, id);
CREATE INDEX sessions_user ON sessions (workspace, user_id);

CREATE TABLE turns (
    workspace TEXT NOT NULL,
    session TEXT NOT NULL,
    n INTEGER NOT NULL,
    status TEXT NOT NULL,
    record TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, session, n),
    FOREIGN KEY (workspace, session) REFERENCES sessions (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE calls (
    workspace TEXT NOT NULL,
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    n INTEGER NOT NULL,
    call TEXT NOT NULL,
    provider TEXT NOT NULL,
    model TEXT NOT NULL,
    release_hash TEXT NOT NULL,
    segments TEXT NOT NULL,
    manifest TEXT NOT NULL,
    usage TEXT NOT NULL,
    cost REAL NOT NULL,
    latency INTEGER NOT NULL,
    status TEXT NOT NULL,
    PRIMARY KEY (workspace, session, turn, n),
    FOREIGN KEY (workspace, session, turn) REFERENCES turns (workspace, session, n)
        ON DELETE CASCADE
) STRICT;
CREATE INDEX calls_release ON calls (workspace, release_hash);

CREATE TABLE memories (
    seq INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    owner TEXT NOT NULL,
    user_id TEXT NOT NULL,
    category TEXT NOT NULL,
    text TEXT NOT NULL,
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    embedding BLOB,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (workspace, id)
) STRICT;
CREATE INDEX memories_owner ON memories (workspace, scope, owner, created_at, id);
CREATE INDEX memories_user ON memories (workspace, user_id);

CREATE TABLE experiments (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    agent TEXT NOT NULL,
    prompt_type TEXT NOT NULL,
    phase TEXT NOT NULL,
    unit TEXT NOT NULL,
    arms TEXT NOT NULL,
    status TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id),
    UNIQUE (workspace, agent, name)
) STRICT;
-- A prompt has one running experiment at most: selection asks for `the` experiment of a prompt.
CREATE UNIQUE INDEX experiments_running ON experiments (workspace, agent, prompt_type, phase)
    WHERE status = 'running';

-- The weights of an experiment through time.
CREATE TABLE experiment_weights (
    workspace TEXT NOT NULL,
    experiment TEXT NOT NULL,
    version INTEGER NOT NULL,
    arms TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (workspace, experiment, version),
    FOREIGN KEY (workspace, experiment) REFERENCES experiments (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE TABLE exposures (
    workspace TEXT NOT NULL,
    experiment TEXT NOT NULL,
    unit TEXT NOT NULL,
    arm TEXT NOT NULL,
    version INTEGER NOT NULL,
    weights INTEGER NOT NULL,
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (workspace, experiment, unit),
    FOREIGN KEY (workspace, experiment) REFERENCES experiments (workspace, id) ON DELETE CASCADE
) STRICT;

CREATE INDEX exposures_unit ON exposures (workspace, unit);

CREATE TABLE feedback (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    name TEXT NOT NULL,
    number REAL,
    comment TEXT NOT NULL,
    actor TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE INDEX feedback_session ON feedback (workspace, session, turn);

CREATE TABLE keys (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    scopes TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;

CREATE TABLE webhooks (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    events TEXT NOT NULL,
    is_active INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;

CREATE TABLE jobs (
    workspace TEXT NOT NULL REFERENCES workspaces (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    session TEXT NOT NULL,
    payload TEXT NOT NULL,
    status TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    lease_owner TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    error TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, id)
) STRICT;
CREATE INDEX jobs_due ON jobs (kind, run_at) WHERE status <> 'dead';
CREATE INDEX jobs_session ON jobs (workspace, session);

CREATE TABLE idempotency (
    workspace TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    status TEXT NOT NULL,
    response TEXT NOT NULL,
    session TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    fence INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, key)
) STRICT;
CREATE INDEX idempotency_created ON idempotency (created_at);
CREATE INDEX idempotency_session ON idempotency (workspace, session);

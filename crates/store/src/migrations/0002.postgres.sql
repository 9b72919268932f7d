-- Conversations that began before steps were noted: where they stand now is all that is known.
UPDATE sessions SET step = CAST(state AS JSONB) ->> 'step'
    WHERE step = '' AND JSONB_TYPEOF(CAST(state AS JSONB) -> 'step') = 'string';
INSERT INTO visits (workspace, session, step, agent, at)
    SELECT workspace, id, step, agent, updated_at FROM sessions WHERE step <> ''
    ON CONFLICT DO NOTHING;

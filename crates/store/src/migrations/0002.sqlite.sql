-- Conversations that began before steps were noted: where they stand now is all that is known.
UPDATE sessions SET step = json_extract(state, '$.step')
    WHERE step = '' AND json_type(state, '$.step') = 'text';
INSERT INTO visits (workspace, session, step, agent, at)
    SELECT workspace, id, step, agent, updated_at FROM sessions WHERE step <> ''
    ON CONFLICT DO NOTHING;

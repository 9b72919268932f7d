-- Whom a job must not hold up others for: a webhook's own lane; '' where there is but one.
ALTER TABLE jobs ADD COLUMN lane TEXT NOT NULL DEFAULT '';
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, lane, run_at) WHERE status <> 'dead';

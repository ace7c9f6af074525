-- What operators look for. Like all that transitions change, no index covers it: what is parked or compensated is found by
-- its status.
ALTER TABLE saga_instance ADD COLUMN error text;

COMMENT ON COLUMN saga_instance.error IS 'what is out of balance, or why it is parked, or else why it is compensated';

UPDATE saga_instance SET error = coalesce(
  state ->> 'imbalance',
  (SELECT run ->> 'error' FROM jsonb_array_elements(state -> 'runs') AS run WHERE run ->> 'state' = 'PARKED' LIMIT 1),
  (state -> 'failure' ->> 'reason') || ': ' || (state -> 'failure' ->> 'detail'))
WHERE status IN ('PARKED', 'COMPENSATING', 'COMPENSATED');

-- Lists are in the order of time, and of a time.
DROP INDEX saga_instance_status;
CREATE INDEX saga_instance_status ON saga_instance (status, started_at, saga_id) INCLUDE (type);

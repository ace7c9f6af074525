-- What operators decide about many sagas at once.
CREATE TABLE saga_act (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL DEFAULT clock_timestamp(),
  act        text        NOT NULL,
  operator   text        NOT NULL,
  reason     text        NOT NULL,
  filter     jsonb       NOT NULL,
  matched    bigint      NOT NULL,
  stopped_at timestamptz,
  stopped_by text,
  -- Why it was stopped.
  stopped_for text
);

-- The sagas that matched then, and what became of each. A row of its own for each, so that those who work them off don't wait
-- for one another. A saga that has another version by its turn is not what was decided about.
CREATE TABLE saga_act_saga (
  act     bigint  NOT NULL REFERENCES saga_act,
  saga_id uuid    NOT NULL,
  version integer NOT NULL,
  outcome text    NOT NULL DEFAULT 'WAITING' CHECK (outcome IN ('WAITING', 'DONE', 'SKIPPED', 'FAILED', 'STOPPED')),
  error   text,
  PRIMARY KEY (act, saga_id)
);

-- No index on the outcome: an act's rows come all at once, and until they are analyzed one would be taken for a short way to few.
CREATE INDEX saga_act_saga_waiting ON saga_act_saga (act, saga_id) WHERE outcome = 'WAITING';

-- Read and written several times within milliseconds: no index covers a column that every transition changes, so that
-- these updates stay on their page (heap-only tuples), for which pages leave room. Rows are small enough to stay whole.
CREATE TABLE saga_instance (
  saga_id            uuid        PRIMARY KEY,
  type               text        NOT NULL,
  definition_version integer     NOT NULL,
  order_id           uuid        NOT NULL,
  correlation_id     uuid        NOT NULL,
  status             text        NOT NULL
                     CHECK (status IN ('RUNNING', 'COMPENSATING', 'COMPLETED', 'COMPENSATED', 'PARKED')),
  step               text,
  data               jsonb       NOT NULL,
  state              jsonb       NOT NULL,
  version            integer     NOT NULL,
  deadline           timestamptz,
  wake_at            timestamptz,
  started_at         timestamptz NOT NULL DEFAULT now(),
  ended_at           timestamptz,
  CONSTRAINT one_saga_per_order UNIQUE (type, order_id),
  CONSTRAINT a_saga_that_waits_has_a_timer
    CHECK ((status IN ('RUNNING', 'COMPENSATING')) = (deadline IS NOT NULL) AND (deadline IS NULL) = (wake_at IS NULL)),
  CONSTRAINT what_is_final_has_ended CHECK ((status IN ('COMPLETED', 'COMPENSATED')) = (ended_at IS NOT NULL)),
  CONSTRAINT what_has_not_ended_is_at_a_step CHECK ((ended_at IS NULL) = (step IS NOT NULL))
) WITH (fillfactor = 60, toast_tuple_target = 4080);

COMMENT ON COLUMN saga_instance.step IS 'that waits for an answer';
COMMENT ON COLUMN saga_instance.deadline IS 'when its timer fires';
COMMENT ON COLUMN saga_instance.wake_at IS
  'when it is looked at next: no later than the deadline, which moves with each step while this one stays';

CREATE INDEX saga_instance_wake_at ON saga_instance (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX saga_instance_status ON saga_instance (status, saga_id) INCLUDE (type);
CREATE INDEX saga_instance_order ON saga_instance (order_id);

-- One row for each transaction that touched a saga, n being the version that it left; never changed. A row of its own for
-- each line would cost twice the rows. No foreign key: both tables are always written by one statement.
CREATE TABLE saga_log (
  saga_id uuid        NOT NULL,
  n       integer     NOT NULL,
  at      timestamptz NOT NULL,
  entries json        NOT NULL,
  PRIMARY KEY (saga_id, n)
);

-- Every record of every topic, as it was. The columns from message_id to causation_id repeat what the headers say, for
-- queries; each is null where the header is missing or is not what it should be.
CREATE TABLE archived_event (
  -- Rises in the order of commits, since one writer at a time holds the archive's lock.
  position         bigint GENERATED ALWAYS AS IDENTITY,
  topic            text COLLATE "C" NOT NULL,
  partition        integer NOT NULL,
  record_offset    bigint NOT NULL,
  -- Milliseconds as in Kafka, which takes numbers that are no time.
  record_timestamp bigint NOT NULL,
  message_id       uuid,
  type             text COLLATE "C",
  source           text COLLATE "C",
  subject          text COLLATE "C",
  sequence         bigint,
  correlation_id   uuid,
  causation_id     uuid,
  -- What the event says, or else Kafka's time.
  event_time       timestamptz NOT NULL,
  recorded_at      timestamptz NOT NULL,
  key              bytea,
  value            bytea,
  -- [[name, text or {"base64": …} or null], …]. Not jsonb: nothing looks inside, and jsonb refuses NUL characters.
  headers          json NOT NULL,
  -- Of the value; of nothing where it is null.
  sha256           bytea NOT NULL
) PARTITION BY RANGE (recorded_at);

-- Each index is paid for with every record. These serve pages, streams and conversations; a search by type or topic
-- walks along the positions.
CREATE INDEX archived_event_position ON archived_event (position);
CREATE INDEX archived_event_subject ON archived_event (subject, position);
CREATE INDEX archived_event_correlation ON archived_event (correlation_id, position);
-- Next to nothing to write, since times come nearly in order; the multi variant bears a few absurd ones.
CREATE INDEX archived_event_time ON archived_event USING brin (event_time timestamptz_minmax_multi_ops);

-- The next offset wanted of each partition. Storing records and moving it on is one transaction, and it moves only from
-- where the writer believes it is: that is what makes the archive hold each record exactly once.
CREATE TABLE archive_position (
  topic       text COLLATE "C" NOT NULL,
  partition   integer NOT NULL,
  next_offset bigint NOT NULL CHECK (next_offset >= 0),
  PRIMARY KEY (topic, partition)
) WITH (fillfactor = 50);
GRANT UPDATE ON archive_position TO event_store;

-- The running service may not change structure, but has to have a place for next month's records: it may call this,
-- which runs as the owner and can do nothing else.
CREATE FUNCTION make_archive_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
DECLARE
  month timestamp;
  name  text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('event_store.make_archive_partitions', 0));
  FOR month IN
    SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead)
    FROM generate_series(0, 3) AS ahead
  LOOP
    name := to_char(month, '"archived_event_"YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I PARTITION OF archived_event FOR VALUES FROM (%L) TO (%L)',
                   name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
    -- A second net under archive_position. PostgreSQL wants the partitioning column in a unique index over all
    -- partitions, so it holds within a month; a record that came twice would come within seconds.
    EXECUTE format('CREATE UNIQUE INDEX ON %I (topic, partition, record_offset)', name);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION make_archive_partitions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_archive_partitions() TO event_store;

SELECT make_archive_partitions();

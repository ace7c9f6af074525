-- Rows of the outbox are added and never changed; what waits to be published stands in a queue beside it. The outbox is a ring
-- of slots: one is written, those behind it are kept for a while, the oldest is emptied as a whole. So neither leaves anything
-- behind that somebody would have to clean up row by row.

ALTER TABLE outbox RENAME TO outbox_before;
ALTER INDEX outbox_pkey RENAME TO outbox_before_pkey;
DROP INDEX outbox_blocked, outbox_unpublished;

CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY,
    slot           smallint    NOT NULL,
    shard          smallint    NOT NULL,
    message_id     uuid        NOT NULL,
    topic          text        NOT NULL,
    message_key    text        NOT NULL,
    sequence       bigint      NOT NULL,
    type           text        NOT NULL,
    correlation_id uuid,
    causation_id   uuid,
    traceparent    text,
    -- Set on copies of other records only; they are published with these and with no others.
    headers        jsonb,
    -- Null only on a copy of a record that had none.
    body           bytea,
    -- The clock, not now(): rows of a key are written one transaction after the other, and so carry rising times.
    appended_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (slot, id)
) PARTITION BY LIST (slot);

CREATE TABLE outbox_0 PARTITION OF outbox FOR VALUES IN (0);
CREATE TABLE outbox_1 PARTITION OF outbox FOR VALUES IN (1);
CREATE TABLE outbox_2 PARTITION OF outbox FOR VALUES IN (2);
CREATE TABLE outbox_3 PARTITION OF outbox FOR VALUES IN (3);
CREATE TABLE outbox_4 PARTITION OF outbox FOR VALUES IN (4);
CREATE TABLE outbox_5 PARTITION OF outbox FOR VALUES IN (5);
CREATE TABLE outbox_6 PARTITION OF outbox FOR VALUES IN (6);
CREATE TABLE outbox_7 PARTITION OF outbox FOR VALUES IN (7);

-- The slot that is written, and since when.
CREATE TABLE outbox_ring (
    one        boolean     PRIMARY KEY DEFAULT true CHECK (one),
    slot       smallint    NOT NULL,
    rotated_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO outbox_ring (slot) VALUES (0);

-- What waits to be published: claimed by standing here, never by its place.
CREATE TABLE outbox_pending (
    id    bigint   PRIMARY KEY,
    slot  smallint NOT NULL,
    shard smallint NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- Keys that stand still because one of their rows can't be published; empty as a rule.
CREATE TABLE outbox_blocked (
    topic       text        NOT NULL,
    message_key text        NOT NULL,
    id          bigint      NOT NULL,
    reason      text        NOT NULL,
    blocked_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (topic, message_key)
);

INSERT INTO outbox (id, slot, shard, message_id, topic, message_key, sequence, type, correlation_id, causation_id, traceparent,
                    headers, body, appended_at)
OVERRIDING SYSTEM VALUE
SELECT id, 0, shard, message_id, topic, message_key, sequence, type, correlation_id, causation_id, traceparent, headers, body,
       appended_at
FROM outbox_before;

INSERT INTO outbox_pending (id, slot, shard)
SELECT id, 0, shard FROM outbox_before WHERE published_at IS NULL;

INSERT INTO outbox_blocked (topic, message_key, id, reason)
SELECT DISTINCT ON (topic, message_key) topic, message_key, id, blocked_reason
FROM outbox_before WHERE blocked_reason IS NOT NULL ORDER BY topic, message_key, id;

-- Ids go on rising: within a key, they are the order of its messages.
SELECT setval(pg_get_serial_sequence('outbox', 'id'), greatest((SELECT max(id) FROM outbox), 1));

DROP TABLE outbox_before;

-- Who may delete rows may empty a slot.
DO $rights$
DECLARE
  grantee text;
  slot    integer;
BEGIN
  FOR grantee IN
    SELECT DISTINCT privilege.grantee::regrole::text
    FROM pg_class, aclexplode(relacl) AS privilege
    WHERE pg_class.oid = 'outbox'::regclass AND privilege_type = 'DELETE' AND privilege.grantee <> 0
  LOOP
    FOR slot IN 0..7 LOOP
      EXECUTE format('GRANT TRUNCATE ON %I TO %s', 'outbox_' || slot, grantee);
    END LOOP;
  END LOOP;
END
$rights$;

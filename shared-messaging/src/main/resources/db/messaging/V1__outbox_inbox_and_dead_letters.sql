-- Names without a schema: the search_path of the role decides whose tables these are.

CREATE TABLE outbox (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id     uuid        NOT NULL,
    topic          text        NOT NULL,
    message_key    text        NOT NULL,
    shard          smallint    NOT NULL,
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
    published_at   timestamptz,
    blocked_reason text
);

-- What the relay reads: as small as the backlog.
CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
-- Keys that stand still because one of their rows can't be published; empty as a rule.
CREATE INDEX outbox_blocked ON outbox (topic, message_key) WHERE blocked_reason IS NOT NULL;

-- The last sequence given to each key. Its row lock puts the writers of a key in order until they commit.
CREATE TABLE outbox_sequence (
    topic       text   NOT NULL,
    message_key text   NOT NULL,
    last        bigint NOT NULL,
    PRIMARY KEY (topic, message_key)
) WITH (fillfactor = 80);

-- Which process publishes. One row per group of key shards; one group covers all shards for now.
CREATE TABLE relay_lease (
    shard_group smallint    PRIMARY KEY,
    owner       uuid        NOT NULL,
    expires_at  timestamptz NOT NULL
);

INSERT INTO relay_lease VALUES (0, '00000000-0000-0000-0000-000000000000', '-infinity');

CREATE TABLE inbox (
    message_id    uuid        PRIMARY KEY,
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    received_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX inbox_received ON inbox USING brin (received_at);

CREATE TABLE dead_letter (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id       uuid,
    topic            text        NOT NULL,
    partition        integer     NOT NULL,
    record_offset    bigint      NOT NULL,
    record_timestamp timestamptz NOT NULL,
    message_key      text,
    key              bytea,
    sequence         bigint,
    type             text,
    headers          jsonb       NOT NULL,
    body             bytea,
    reason           text        NOT NULL,
    error            text,
    attempts         integer     NOT NULL,
    parked_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- The timestamp tells a record from another at the same place of a topic that was made anew.
    UNIQUE (topic, partition, record_offset, record_timestamp)
);

CREATE INDEX dead_letter_key ON dead_letter (topic, message_key);

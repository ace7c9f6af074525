-- A key is held where one of its messages can't be handled now: what comes of it waits in the order in which it came. It is
-- retried after a while, waits for a message that is missing, or is parked until somebody has seen to it. Other keys go on.
CREATE TABLE held_key (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic         text        NOT NULL,
    -- Null where one message stands alone and holds up no other.
    message_key   text,
    state         text        NOT NULL CHECK (state IN ('RETRYING', 'WAITING', 'PARKED')),
    -- Of the message that stands first.
    reason        text        NOT NULL,
    held_since    timestamptz NOT NULL DEFAULT clock_timestamp(),
    -- When it is looked at again; null while it is parked.
    due_at        timestamptz CHECK ((due_at IS NULL) = (state = 'PARKED')),
    -- Somebody has decided to go on without what is missing.
    gaps_accepted boolean     NOT NULL DEFAULT false,
    UNIQUE (topic, message_key)
);

CREATE INDEX held_key_due ON held_key (due_at) WHERE due_at IS NOT NULL;

ALTER TABLE dead_letter RENAME TO held_message;
ALTER INDEX dead_letter_pkey RENAME TO held_message_pkey;
ALTER INDEX dead_letter_topic_partition_record_offset_record_timestamp_key RENAME TO held_message_place_key;
DROP INDEX dead_letter_key;
ALTER TABLE held_message RENAME COLUMN parked_at TO held_at;
ALTER TABLE held_message
    ADD COLUMN held_key    bigint,
    -- Null where the record couldn't be read: then nobody vouches for its id and sequence either.
    ADD COLUMN source      text,
    ADD COLUMN subject     text,
    ADD COLUMN error_class text,
    -- Of what is parked there is a copy on the dead-letter topic.
    ADD COLUMN copied      boolean NOT NULL DEFAULT true,
    -- Decided by somebody: it has no effect.
    ADD COLUMN discarded   boolean NOT NULL DEFAULT false;
ALTER TABLE held_message ALTER COLUMN copied SET DEFAULT false;

-- What the service has no handler for was not put behind them: there may be gaps that don't matter.
INSERT INTO held_key (topic, message_key, state, reason, held_since, gaps_accepted)
SELECT DISTINCT ON (topic, message_key) topic, message_key, 'PARKED', reason, held_at, true
FROM held_message WHERE message_key IS NOT NULL ORDER BY topic, message_key, id;

UPDATE held_message SET held_key = held_key.id
FROM held_key WHERE held_key.topic = held_message.topic AND held_key.message_key = held_message.message_key;

DO $alone$
DECLARE
  letter record;
  alone  bigint;
BEGIN
  FOR letter IN SELECT id, topic, reason, held_at FROM held_message WHERE held_key IS NULL ORDER BY id LOOP
    INSERT INTO held_key (topic, state, reason, held_since) VALUES (letter.topic, 'PARKED', letter.reason, letter.held_at)
    RETURNING id INTO alone;
    UPDATE held_message SET held_key = alone WHERE id = letter.id;
  END LOOP;
END
$alone$;

UPDATE held_message
SET subject = message_key,
    source = (SELECT header ->> 'value' FROM jsonb_array_elements(headers) AS header
              WHERE header ->> 'name' = 'ce_source' LIMIT 1)
WHERE reason <> 'UNREADABLE';

ALTER TABLE held_message
    ALTER COLUMN held_key SET NOT NULL,
    ADD CONSTRAINT held_message_of_key FOREIGN KEY (held_key) REFERENCES held_key;
CREATE INDEX held_message_key ON held_message (held_key, id);
CREATE INDEX held_message_uncopied ON held_message (id) WHERE NOT copied;

-- The sequence up to which the messages of a subject have taken effect, by whoever sends them. As it is never forgotten, neither
-- is what has taken effect, however late it comes again.
CREATE TABLE inbox_sequence (
    source  text   NOT NULL,
    subject text   NOT NULL,
    last    bigint NOT NULL,
    PRIMARY KEY (source, subject)
) WITH (fillfactor = 80);

-- Whether sequences were noted from the first message on: an inbox that is older than they are knows only where they go on.
CREATE TABLE inbox_beginning (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    known boolean NOT NULL
);

INSERT INTO inbox_beginning (known)
SELECT NOT EXISTS (SELECT FROM inbox) AND NOT EXISTS (SELECT FROM outbox_sequence) AND NOT EXISTS (SELECT FROM held_message);

-- What operators decide about dead letters: keys are delivered again, at a pace, and each decision is kept.

CREATE TABLE redrive (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    operator    text        NOT NULL,
    reason      text        NOT NULL,
    -- What it was asked for: a filter, or one dead letter.
    filter      jsonb,
    letter      bigint,
    per_second  integer     NOT NULL,
    keys        bigint      NOT NULL DEFAULT 0,
    messages    bigint      NOT NULL DEFAULT 0
);

-- What became of each key. A row of its own for each, so that those who work them off don't wait for one another.
CREATE TABLE redrive_key (
    redrive     bigint NOT NULL REFERENCES redrive,
    held_key    bigint NOT NULL,
    topic       text   NOT NULL,
    message_key text,
    messages    bigint NOT NULL,
    outcome     text   NOT NULL DEFAULT 'WAITING' CHECK (outcome IN ('WAITING', 'REDRIVEN', 'PARKED_AGAIN', 'STOPPED')),
    PRIMARY KEY (redrive, held_key)
);

CREATE INDEX redrive_key_outcome ON redrive_key (redrive, outcome);
CREATE INDEX redrive_key_held ON redrive_key (held_key);

ALTER TABLE held_key
    -- The redrive that it is part of; null again when that has ended for it.
    ADD COLUMN redrive       bigint,
    -- The message up to which it is delivered again; null for all of them.
    ADD COLUMN redrive_until bigint;
CREATE INDEX held_key_redrive ON held_key (redrive) WHERE redrive IS NOT NULL;

-- Which message a key stands still for: the first with a reason of its own, else the first.
CREATE INDEX held_message_first ON held_message (held_key, (reason = 'BEHIND_PARKED'), id) WHERE NOT discarded;
-- What lists are filtered by, in their order.
CREATE INDEX held_message_topic ON held_message (topic, id);
CREATE INDEX held_message_type ON held_message (type, id);
CREATE INDEX held_message_error ON held_message (error_class, id);
CREATE INDEX held_message_named ON held_message (message_key, id);

-- Who decided what, and why. It outlives the rows that it speaks of, so it names what they were.
CREATE TABLE dead_letter_act (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    operator    text        NOT NULL,
    act         text        NOT NULL CHECK (act IN ('REDRIVE', 'STOP', 'DISCARD', 'REHEARSE')),
    reason      text,
    letter      bigint,
    message_id  uuid,
    topic       text,
    message_key text,
    redrive     bigint,
    filter      jsonb,
    keys        bigint      NOT NULL,
    messages    bigint      NOT NULL
);

CREATE INDEX dead_letter_act_letter ON dead_letter_act (letter) WHERE letter IS NOT NULL;
CREATE INDEX dead_letter_act_redrive ON dead_letter_act (redrive) WHERE redrive IS NOT NULL;

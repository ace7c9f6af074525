-- What a service appended to its outbox, written in the same transaction.
CREATE TABLE sent (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id  uuid NOT NULL,
    topic       text NOT NULL,
    message_key text NOT NULL,
    cause       uuid
);

-- What its handlers got, written in the transaction of the handler. Nothing here is unique: repeats are to be seen.
CREATE TABLE handled (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id  uuid   NOT NULL,
    topic       text   NOT NULL,
    message_key text   NOT NULL,
    sequence    bigint NOT NULL
);

CREATE INDEX handled_message ON handled (message_id);

CREATE TABLE effect (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id uuid NOT NULL,
    type       text NOT NULL,
    subject    text NOT NULL,
    sequence   bigint NOT NULL
);

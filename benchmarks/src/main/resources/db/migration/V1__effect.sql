-- What the small service of the messaging benchmark does: a row for each message handled.
CREATE TABLE effect (
    message_id uuid   PRIMARY KEY,
    sku        text   NOT NULL,
    delta      bigint NOT NULL
);

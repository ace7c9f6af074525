-- What customers are, or have been, told: at most one for each order and kind.
CREATE TABLE notification (
    order_id    uuid        NOT NULL,
    kind        text        NOT NULL,
    customer_id text        NOT NULL,
    channel     text        NOT NULL DEFAULT 'EMAIL',
    status      text        NOT NULL CHECK (status IN ('PENDING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN')),
    reason      text,
    -- Personal data: kept until the notification has come to its end.
    recipient   text,
    content     jsonb,
    -- The commands that are answered with the end.
    waiting     jsonb       NOT NULL,
    attempts    int         NOT NULL DEFAULT 0,
    -- PENDING: to be sent then. SENDING: until then it belongs to the process that sends it.
    due_at      timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now(),
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (order_id, kind),
    CHECK ((status IN ('PENDING', 'SENDING')) = (due_at IS NOT NULL)),
    CHECK (due_at IS NULL OR (recipient IS NOT NULL AND content IS NOT NULL AND jsonb_array_length(waiting) > 0)),
    CHECK (due_at IS NOT NULL OR (recipient IS NULL AND content IS NULL))
);

CREATE INDEX notification_due ON notification (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX notification_of_customer ON notification (customer_id, order_id);

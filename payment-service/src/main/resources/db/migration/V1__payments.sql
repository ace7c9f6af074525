-- The history of every payment, one stream for each order. Rows are never changed.
CREATE TABLE payment_event (
    order_id     uuid        NOT NULL,
    version      int         NOT NULL CHECK (version > 0),
    type         text        NOT NULL,
    type_version int         NOT NULL CHECK (type_version > 0),
    payload      jsonb       NOT NULL,
    at           timestamptz NOT NULL,
    -- One writer wins: the second to append a version has to decide again.
    PRIMARY KEY (order_id, version)
);

REVOKE UPDATE, DELETE ON payment_event FROM payment_service;

-- What the card gateway has yet to answer; stored with the intent, gone with the outcome.
CREATE TABLE gateway_call (
    order_id        uuid          PRIMARY KEY,
    operation       text          NOT NULL CHECK (operation IN ('AUTHORIZE', 'CAPTURE', 'VOID')),
    idempotency_key text          NOT NULL UNIQUE,
    amount          numeric NOT NULL,
    currency        char(3)       NOT NULL,
    -- Of the card; only for an authorisation, and not kept beyond it.
    token           text,
    -- The commands that are answered with the outcome.
    waiting         jsonb         NOT NULL CHECK (jsonb_array_length(waiting) > 0),
    attempts        int           NOT NULL DEFAULT 0,
    -- Until then the call belongs to the process that took it up.
    due_at          timestamptz   NOT NULL,
    last_fault      text
);

CREATE INDEX gateway_call_due ON gateway_call (due_at);

-- The read model: rebuilt at any time from payment_event.
CREATE TABLE payment_view (
    payment_id    uuid        PRIMARY KEY,
    order_id      uuid        NOT NULL UNIQUE,
    customer_id   text,
    status        text        NOT NULL,
    amount        numeric,
    currency      char(3),
    reason        text,
    authorized_at timestamptz,
    captured_at   timestamptz,
    voided_at     timestamptz
);

CREATE INDEX payment_view_of_customer ON payment_view (customer_id, payment_id);

-- The write side. Lines and address are JSON texts that only the aggregate reads: one row, one INSERT for an order.
CREATE TABLE orders (
    order_id         uuid PRIMARY KEY,
    version          bigint NOT NULL,
    customer_id      text NOT NULL,
    lines            text NOT NULL,
    email            text NOT NULL,
    shipping_address text NOT NULL,
    status           text NOT NULL CHECK (status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'REJECTED')),
    reason           text CHECK ((reason IS NOT NULL) = (status = 'REJECTED')),
    placed_at        timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
) WITH (fillfactor = 60);

-- What inventory last stated about each product.
CREATE TABLE price_list (
    sku      text PRIMARY KEY,
    name     text NOT NULL,
    amount   numeric NOT NULL CHECK (amount >= 0),
    currency text NOT NULL
);

-- The answers to POST /orders: at most one for each customer and key.
CREATE TABLE idempotent_request (
    customer_id     text NOT NULL,
    idempotency_key text NOT NULL,
    fingerprint     text NOT NULL,
    order_id        uuid NOT NULL,
    answer          text NOT NULL,
    answered_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (customer_id, idempotency_key)
);

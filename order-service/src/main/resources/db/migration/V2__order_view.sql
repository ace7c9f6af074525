-- The read side, one row for an order, filled from the events of all services. Events of different topics come in any
-- order: a column is null until the topic that fills it has spoken. An order can be read once it is placed.
CREATE TABLE order_view (
    order_id       uuid PRIMARY KEY,
    customer_id    text,
    lines          text,
    skus           text[],
    total_amount   numeric,
    total_currency text,
    placed_at      timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    status         text,
    reason         text,
    payment_status text,
    stock_status   text,
    -- By kind: {"ORDER_COMPLETED": {"kind": …, "status": …, "at": …}}
    notifications  jsonb NOT NULL DEFAULT '{}',
    -- By version: {"2": {"status": …, "reason": …, "version": 2, "at": …}}
    history        jsonb NOT NULL DEFAULT '{}',
    updated_at     timestamptz NOT NULL
) WITH (fillfactor = 50);

-- Payment, stock and notifications stand in no index, so that most changes of a row touch no index at all.
CREATE INDEX order_view_by_time ON order_view (placed_at, order_id);
CREATE INDEX order_view_by_customer ON order_view (customer_id, placed_at, order_id);
CREATE INDEX order_view_by_status ON order_view (status, placed_at, order_id);
CREATE INDEX order_view_by_sku ON order_view USING gin (skus);

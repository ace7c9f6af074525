-- How far orders have been looked at for the first time, in the order of order_view_by_time: from the oldest on. One row,
-- which is locked by who looks.
CREATE TABLE balance_watermark (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    placed_at timestamptz NOT NULL,
    order_id  uuid NOT NULL
);
INSERT INTO balance_watermark (placed_at, order_id) VALUES ('-infinity', '00000000-0000-0000-0000-000000000000');

-- The few orders that are to be looked at again: those that hadn't come to their end, whose end doesn't fit, or that
-- something happened to after their first look.
CREATE TABLE balance_watch (
    order_id  uuid PRIMARY KEY,
    due_at    timestamptz NOT NULL,
    looks     int NOT NULL DEFAULT 0,
    finding   text,
    seen_at   timestamptz,
    stated_at timestamptz,
    CHECK ((finding IS NULL) = (seen_at IS NULL)),
    CHECK (stated_at IS NULL OR finding IS NOT NULL)
);
CREATE INDEX balance_watch_due ON balance_watch (due_at);
CREATE INDEX balance_watch_stated ON balance_watch (order_id) WHERE stated_at IS NOT NULL;

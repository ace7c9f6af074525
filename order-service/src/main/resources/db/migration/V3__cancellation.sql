-- Orders can be cancelled. In which status that was asked for decides what their saga's commands are answered from then on.
ALTER TABLE orders
    ADD COLUMN cancelled_from text CHECK (cancelled_from IN ('PENDING', 'CONFIRMED', 'COMPLETED')),
    DROP CONSTRAINT orders_status_check,
    ADD CONSTRAINT orders_status_check
        CHECK (status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLING', 'CANCELLED')),
    ADD CONSTRAINT orders_cancelled_check
        CHECK ((cancelled_from IS NOT NULL) = (status IN ('CANCELLING', 'CANCELLED')));

-- {"reason": …, "requestedAt": …}; null unless it was asked for.
ALTER TABLE order_view ADD COLUMN cancellation text;

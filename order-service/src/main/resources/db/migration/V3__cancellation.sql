-- Orders can be cancelled. In which status that was asked for decides what their saga's commands are answered from then on.
-- What is NOT VALID holds from here on, and is found true of older rows by V5, which keeps nobody from writing meanwhile.
ALTER TABLE orders
    ADD COLUMN cancelled_from text,
    ADD CONSTRAINT orders_cancelled_from_check
        CHECK (cancelled_from IN ('PENDING', 'CONFIRMED', 'COMPLETED')) NOT VALID,
    DROP CONSTRAINT orders_status_check,
    ADD CONSTRAINT orders_status_check
        CHECK (status IN ('PENDING', 'CONFIRMED', 'COMPLETED', 'REJECTED', 'CANCELLING', 'CANCELLED')) NOT VALID,
    ADD CONSTRAINT orders_cancelled_check
        CHECK ((cancelled_from IS NOT NULL) = (status IN ('CANCELLING', 'CANCELLED'))) NOT VALID;

-- {"requestedBy": …, "note": …, "requestedAt": …}; null unless it was asked for.
ALTER TABLE order_view ADD COLUMN cancellation text;

ALTER TABLE orders
    VALIDATE CONSTRAINT orders_cancelled_from_check,
    VALIDATE CONSTRAINT orders_status_check,
    VALIDATE CONSTRAINT orders_cancelled_check;

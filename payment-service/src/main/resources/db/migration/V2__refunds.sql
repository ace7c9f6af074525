ALTER TABLE gateway_call
    DROP CONSTRAINT gateway_call_operation_check,
    ADD CONSTRAINT gateway_call_operation_check CHECK (operation IN ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND'));

ALTER TABLE payment_view ADD COLUMN refunded_at timestamptz;

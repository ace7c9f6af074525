ALTER TABLE reservation
  DROP CONSTRAINT reservation_status_check,
  ADD CONSTRAINT reservation_status_check
    CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED', 'EXPIRED', 'DISPATCHED', 'RESTOCKED'));

-- A reservation is changed when it ends, or is held anew: so this is since when pieces are held.
CREATE INDEX reservation_held ON reservation (changed_at, order_id) WHERE status = 'RESERVED';

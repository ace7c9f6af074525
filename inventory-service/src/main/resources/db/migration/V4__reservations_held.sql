-- A reservation changes when it ends: so this is since when pieces are held. Not CONCURRENTLY: that would wait for the
-- replicas that start at the same time, and these for the lock under which all of this runs.
CREATE INDEX reservation_held ON reservation (changed_at, order_id) WHERE status = 'RESERVED';

-- Of the message that began the saga: what its timers set off belongs to the same trace. Null where nothing was traced.
ALTER TABLE saga_instance ADD COLUMN traceparent text;

-- What is held since later than now, by a clock that was set back, is asked for again and again.
CREATE INDEX held_key_held_since ON held_key (held_since) WHERE due_at IS NOT NULL;

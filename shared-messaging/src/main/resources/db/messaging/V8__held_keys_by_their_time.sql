-- Which keys wait for longer than anything does is asked again and again, also while many are redriven that are due much later.
CREATE INDEX held_key_held_until ON held_key (due_at) WHERE due_at IS NOT NULL AND redrive IS NULL;

-- A parked saga may go on trying, and one whose effects are out of balance is parked after its end, at no step.
ALTER TABLE saga_instance
  DROP CONSTRAINT a_saga_that_waits_has_a_timer,
  ADD CONSTRAINT a_saga_that_waits_has_a_timer CHECK (
    CASE status WHEN 'PARKED' THEN true ELSE (status IN ('RUNNING', 'COMPENSATING')) = (deadline IS NOT NULL) END
    AND (deadline IS NULL) = (wake_at IS NULL)),
  DROP CONSTRAINT what_has_not_ended_is_at_a_step,
  ADD CONSTRAINT what_has_not_ended_is_at_a_step CHECK (status = 'PARKED' OR (ended_at IS NULL) = (step IS NOT NULL));

-- A parked saga may go on trying, and one whose effects are out of balance is parked after its end, at no step.
ALTER TABLE saga_instance
  DROP CONSTRAINT a_saga_that_waits_has_a_timer,
  ADD CONSTRAINT a_saga_that_waits_has_a_timer CHECK (
    (status = 'PARKED' OR (status IN ('RUNNING', 'COMPENSATING')) = (deadline IS NOT NULL))
    AND (deadline IS NULL) = (wake_at IS NULL)) NOT VALID,
  DROP CONSTRAINT what_is_final_has_ended,
  ADD CONSTRAINT what_is_final_has_ended CHECK (
    status = 'PARKED' OR (status IN ('COMPLETED', 'COMPENSATED')) = (ended_at IS NOT NULL)) NOT VALID;

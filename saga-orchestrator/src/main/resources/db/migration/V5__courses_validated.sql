-- Apart from where they were added, so that nothing waits for the whole table to be read.
ALTER TABLE saga_instance VALIDATE CONSTRAINT a_saga_that_waits_has_a_timer;
ALTER TABLE saga_instance VALIDATE CONSTRAINT what_is_final_has_ended;

-- A gap is accepted before a message that waits behind it, so that no other is that shows later.
ALTER TABLE held_key
    -- The message before which somebody has decided to go on without what is missing; without effect when it has gone.
    ADD COLUMN gap_before bigint;

-- Which gaps were meant isn't known: all that show now.
UPDATE held_key SET gap_before = (SELECT id FROM held_message
                                  WHERE held_message.held_key = held_key.id AND source IS NOT NULL
                                  ORDER BY sequence DESC, id DESC LIMIT 1)
WHERE gaps_accepted;

ALTER TABLE held_key DROP COLUMN gaps_accepted;

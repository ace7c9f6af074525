-- A gap is accepted before a message that waits behind it, so that no other is that shows later.
ALTER TABLE held_key
    -- The message before which somebody has decided to go on without what is missing; without effect when it has gone.
    ADD COLUMN gap_before bigint;

-- What was discarded without having been read has the place that it claims.
UPDATE held_message SET
    source = (SELECT header ->> 'value' FROM jsonb_array_elements(headers) WITH ORDINALITY AS numbered (header, position)
              WHERE header ->> 'name' = 'ce_source' ORDER BY position DESC LIMIT 1),
    subject = message_key
WHERE discarded AND source IS NULL AND sequence > 0;

-- One gap was meant: the next that shows. It is that of the first message behind one, or an earlier one of its sender. Where sequences
-- were not noted from the first message on, the first of a sender that is held is behind none.
UPDATE held_key SET gap_before = (
    SELECT id FROM (
        SELECT *, min(sequence) FILTER (WHERE is_behind) OVER (PARTITION BY source) AS gap_ends_at FROM (
            SELECT message.id, message.discarded, message.source, message.sequence,
                   message.sequence > 1 + greatest(reached.last, lag(message.sequence, 1, CASE
                       WHEN reached.last IS NULL AND NOT beginning.known THEN message.sequence - 1 ELSE 0 END) OVER places) AS is_behind
            FROM inbox_beginning AS beginning CROSS JOIN held_message AS message
            LEFT JOIN inbox_sequence AS reached ON reached.source = message.source AND reached.subject = message.subject
            WHERE message.held_key = held_key.id AND message.source IS NOT NULL
            WINDOW places AS (PARTITION BY message.source ORDER BY message.sequence)
        ) AS placed
    ) AS gaps
    WHERE sequence >= gap_ends_at AND NOT discarded ORDER BY min(id) OVER (PARTITION BY source), sequence LIMIT 1)
WHERE gaps_accepted;

ALTER TABLE held_key DROP COLUMN gaps_accepted;

-- Whether anything of a key is discarded is asked where nothing of it has its turn.
CREATE INDEX held_message_discarded ON held_message (held_key, id) WHERE discarded;

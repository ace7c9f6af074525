-- A slot is added to, and emptied as a whole; what is read of it is found by its key, as each statement says itself. So there is
-- nothing to clean up and nothing to count. What keeps transaction ids from wrapping around comes nevertheless.
ALTER TABLE outbox_0 SET (autovacuum_enabled = off);
ALTER TABLE outbox_1 SET (autovacuum_enabled = off);
ALTER TABLE outbox_2 SET (autovacuum_enabled = off);
ALTER TABLE outbox_3 SET (autovacuum_enabled = off);
ALTER TABLE outbox_4 SET (autovacuum_enabled = off);
ALTER TABLE outbox_5 SET (autovacuum_enabled = off);
ALTER TABLE outbox_6 SET (autovacuum_enabled = off);
ALTER TABLE outbox_7 SET (autovacuum_enabled = off);

-- For whoever looks into an inbox; never compared.
ALTER TABLE inbox
    ALTER topic SET STATISTICS 0,
    ALTER partition SET STATISTICS 0,
    ALTER record_offset SET STATISTICS 0;

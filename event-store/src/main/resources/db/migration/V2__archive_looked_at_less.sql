-- What is archived stays as it is, and is found by its indexes: statistics of a partition need not be made anew with every tenth that is
-- added. It is enough when it has doubled.
CREATE FUNCTION tune_archive_partition(partition regclass) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s SET (autovacuum_analyze_scale_factor = 1)', partition);
  -- Never compared, and most of what a row is.
  EXECUTE format('ALTER TABLE %s ALTER key SET STATISTICS 0, ALTER value SET STATISTICS 0, ALTER headers SET STATISTICS 0, '
                 'ALTER sha256 SET STATISTICS 0', partition);
END
$$;
REVOKE EXECUTE ON FUNCTION tune_archive_partition FROM PUBLIC;

-- As before, and none of this is inherited: each partition that is made is tuned.
CREATE OR REPLACE FUNCTION make_archive_partitions() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = event_store, pg_temp AS $$
DECLARE
  month timestamp;
  name  text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('event_store.make_archive_partitions', 0));
  FOR month IN
    SELECT date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => ahead)
    FROM generate_series(0, 3) AS ahead
  LOOP
    name := to_char(month, '"archived_event_"YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I PARTITION OF archived_event FOR VALUES FROM (%L) TO (%L)',
                   name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
    -- A second net under archive_position. PostgreSQL wants the partitioning column in a unique index over all
    -- partitions, so it holds within a month; a record that came twice would come within seconds.
    EXECUTE format('CREATE UNIQUE INDEX ON %I (topic, partition, record_offset)', name);
    PERFORM tune_archive_partition(name::regclass);
  END LOOP;
END
$$;

SELECT tune_archive_partition(inhrelid) FROM pg_inherits WHERE inhparent = 'archived_event'::regclass;

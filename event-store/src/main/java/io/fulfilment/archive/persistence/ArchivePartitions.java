package io.fulfilment.archive.persistence;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Has the next months' partitions made, long before the first record of a month comes. */
@Repository
class ArchivePartitions {

    private final JdbcClient jdbc;

    ArchivePartitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void makeAhead() {
        jdbc.sql("SELECT make_archive_partitions()").query(row -> {});
    }
}

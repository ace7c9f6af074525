package io.fulfilment.messaging.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.testing.Infrastructure;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service that is upgraded keeps what it has. In a schema of which no other test of this module takes notice. */
class UpgradeIT {

    private static final String SERVICE = "order-service";

    private final JdbcTemplate owner = new JdbcTemplate(as(Infrastructure.ownerOf(SERVICE)));
    private final JdbcTemplate service = new JdbcTemplate(as(Infrastructure.schemaOf(SERVICE)));

    @BeforeEach
    void nothingIsThere() {
        flyway("latest").clean();
    }

    @Test
    void whatWaitsInTheFirstOutboxWaitsInTheRing() {
        migrateTo("1");
        service.update("""
                INSERT INTO outbox (message_id, topic, message_key, shard, sequence, type, body, published_at,
                                    blocked_reason)
                VALUES (gen_random_uuid(), 't', 'a', 7, 1, 'type', '\\x01', now(), null),
                       (gen_random_uuid(), 't', 'a', 7, 2, 'type', '\\x02', null, null),
                       (gen_random_uuid(), 't', 'b', 8, 1, 'type', '\\x03', null, 'too large'),
                       (gen_random_uuid(), 't', 'b', 8, 2, 'type', '\\x04', null, null)
                """);
        String before = rows("SELECT id, message_id, message_key, sequence, body, appended_at FROM outbox ORDER BY id");

        migrateTo("latest");

        assertThat(rows("SELECT id, message_id, message_key, sequence, body, appended_at FROM outbox ORDER BY id"))
                .isEqualTo(before);
        assertThat(rows("SELECT message_key, sequence FROM outbox_pending JOIN outbox USING (slot, id) ORDER BY id"))
                .isEqualTo("(a,2) (b,1) (b,2)");
        assertThat(rows("SELECT message_key, reason FROM outbox_blocked")).isEqualTo("(b,\"too large\")");
        assertThat(rows("""
                        INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type)
                        VALUES (0, 7, gen_random_uuid(), 't', 'a', 3, 'type')
                        RETURNING id > (SELECT max(id) FROM outbox)
                        """)).isEqualTo("(t)");
        service.execute("TRUNCATE outbox_0");
    }

    @Test
    void whatWasParkedIsParkedByKey() {
        migrateTo("2");
        service.update("""
                INSERT INTO inbox (message_id, topic, partition, record_offset) VALUES (gen_random_uuid(), 't', 0, 1)
                """);
        service.update("""
                INSERT INTO dead_letter (topic, partition, record_offset, record_timestamp, message_key, headers, reason, attempts)
                VALUES ('t', 0, 1, now(), 'a', '[{"name":"ce_source","value":"/s/t"}]', 'HANDLING_FAILED', 5),
                       ('t', 0, 2, now(), null, '[]', 'UNREADABLE', 1),
                       ('t', 0, 3, now(), null, '[]', 'UNREADABLE', 1),
                       ('t', 0, 4, now(), 'a', '[{"name":"ce_source","value":"/s/t"}]', 'BEHIND_PARKED', 0)
                """);

        migrateTo("latest");

        assertThat(rows("""
                        SELECT held_key.message_key, held_key.state, held_key.reason, array_agg(record_offset ORDER BY held_message.id),
                               max(source)
                        FROM held_key JOIN held_message ON held_message.held_key = held_key.id
                        GROUP BY held_key.id ORDER BY min(held_message.id)
                        """)).isEqualTo("""
                        (a,PARKED,HANDLING_FAILED,"{1,4}",/s/t) (,PARKED,UNREADABLE,{2},) (,PARKED,UNREADABLE,{3},)""");
        assertThat(rows("SELECT known FROM inbox_beginning")).isEqualTo("(f)");
    }

    /** Of each sender, one that failed, and others; with "b", nobody has accepted anything. */
    @Test
    void theNextOfTheGapsStaysAccepted() {
        migrateTo("5");
        service.update("""
                INSERT INTO held_key (topic, message_key, state, reason, gaps_accepted)
                VALUES ('t', 'a', 'PARKED', 'HANDLING_FAILED', true), ('t', 'b', 'PARKED', 'HANDLING_FAILED', false)
                """);
        service.update("INSERT INTO inbox_sequence (source, subject, last) VALUES ('/s/t', 'a', 3)");
        service.update("""
                INSERT INTO held_message (held_key, topic, partition, record_offset, record_timestamp, message_key, subject, source,
                                          sequence, headers, reason, attempts, discarded)
                SELECT id, 't', 0, 10 * id + position, now(), message_key, message_key, source, sequence, '[]', 'HANDLING_FAILED', 5,
                       discarded
                FROM held_key, (VALUES (1, '/s/t', 4, false), (2, '/s/u', 1, false), (3, '/s/t', 6, true), (4, '/s/t', 9, false),
                                       (5, '/s/t', 12, false), (6, '/s/u', 20, false), (7, '/s/t', 8, false))
                               AS message (position, source, sequence, discarded)
                ORDER BY position
                """);

        migrateTo("latest");

        assertThat(rows("""
                        SELECT held_key.message_key, source, sequence
                        FROM held_key LEFT JOIN held_message ON held_message.id = gap_before ORDER BY 1
                        """)).isEqualTo("(a,/s/t,8) (b,,)");
    }

    /** As the version before made them of what was parked by the one before that; and one that begins with what is discarded. */
    @Test
    void theNextOfTheGapsStaysAcceptedWhereNobodyNotedTheFirstSequences() {
        migrateTo("5");
        service.update("UPDATE inbox_beginning SET known = false");
        service.update("INSERT INTO inbox_sequence (source, subject, last) VALUES ('/s/t', 'b', 3)");
        service.update("""
                INSERT INTO held_key (topic, message_key, state, reason, gaps_accepted)
                VALUES ('t', 'a', 'PARKED', 'HANDLING_FAILED', true), ('t', 'b', 'PARKED', 'HANDLING_FAILED', true)
                """);
        service.update("""
                INSERT INTO held_message (held_key, topic, partition, record_offset, record_timestamp, message_key, subject, source,
                                          sequence, headers, reason, attempts, discarded)
                SELECT id, 't', 0, 10 * id + sequence, now(), message_key, message_key, '/s/t', sequence, '[]', 'HANDLING_FAILED', 5,
                       discarded
                FROM held_key JOIN (VALUES ('a', 5, false), ('a', 7, false), ('a', 9, false), ('b', 5, true), ('b', 6, false))
                               AS message (of, sequence, discarded) ON message.of = message_key
                ORDER BY sequence
                """);

        migrateTo("latest");

        assertThat(rows("""
                        SELECT held_key.message_key, sequence
                        FROM held_key LEFT JOIN held_message ON held_message.id = gap_before ORDER BY 1
                        """)).isEqualTo("(a,7) (b,6)");
    }

    @Test
    void whatWasDiscardedUnreadHasThePlaceThatItClaims() {
        migrateTo("5");
        service.update(
                "INSERT INTO held_key (topic, message_key, state, reason) VALUES ('t', 'a', 'PARKED', 'SEQUENCE_GAP')");
        service.update("""
                INSERT INTO held_message (held_key, topic, partition, record_offset, record_timestamp, message_key, sequence, headers,
                                          reason, attempts, discarded)
                SELECT id, 't', 0, position, now(), message_key, sequence, headers::jsonb, 'UNREADABLE', 1, discarded
                FROM held_key, (VALUES (1, 6, '[{"name":"ce_source","value":"/s/t"}]', true), (2, null, '[]', true),
                                       (3, 7, '[{"name":"ce_source","value":"/s/t"}]', false))
                               AS message (position, sequence, headers, discarded)
                """);

        migrateTo("latest");

        assertThat(rows("SELECT sequence, source, subject FROM held_message ORDER BY record_offset"))
                .isEqualTo("(6,/s/t,a) (,,) (7,,)");
    }

    private String rows(String query) {
        return String.valueOf(service.queryForObject(
                query.startsWith("INSERT")
                        ? "WITH rows AS (%s) SELECT string_agg(rows::text, ' ') FROM rows".formatted(query)
                        : "SELECT string_agg(rows::text, ' ') FROM (%s) AS rows".formatted(query),
                String.class));
    }

    private void migrateTo(String version) {
        flyway(version).migrate();
    }

    private Flyway flyway(String target) {
        return Flyway.configure()
                .dataSource(owner.getDataSource())
                .locations("classpath:db/messaging")
                .table("messaging_schema_history")
                .cleanDisabled(false)
                .target(target)
                .load();
    }

    private static DataSource as(String role) {
        var infrastructure = Infrastructure.shared();
        return new DriverManagerDataSource(infrastructure.databaseUrl(), role, infrastructure.passwordOf(role));
    }
}

package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.Topic;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class InfrastructureIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String INVALID_PASSWORD = "28P01";
    private static final Iterable<String> SERVICES = Infrastructure.SERVICES;

    private final Infrastructure infrastructure = Infrastructure.shared();

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceReadsAndWritesTheRowsOfItsOwner(String service) throws SQLException {
        String table = newTable(service);
        assertThat(queried(service, "INSERT INTO " + table + " VALUES (1) RETURNING id"))
                .isEqualTo(1);
        assertThat(queried(service, "SELECT id FROM " + table)).isEqualTo(1);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceChangesNoStructure(String service) throws SQLException {
        String table = newTable(service);
        assertDenied(service, "CREATE TABLE mine (id int)");
        assertDenied(service, "CREATE TABLE public.mine (id int)");
        assertDenied(service, "CREATE TEMPORARY TABLE mine (id int)");
        assertDenied(service, "CREATE SCHEMA mine");
        assertDenied(service, "ALTER TABLE " + table + " ADD COLUMN more int");
        assertDenied(service, "DROP TABLE " + table);
        assertDenied(service, "TRUNCATE " + table);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceSeesNothingOfAnother(String service) throws SQLException {
        for (String other : Infrastructure.SERVICES) {
            if (!other.equals(service)) {
                assertDenied(service, "SELECT * FROM " + Infrastructure.schemaOf(other) + "." + newTable(other));
            }
        }
    }

    @Test
    void whatIsArchivedCannotBeChanged() throws SQLException {
        String table = newTable("event-store");
        assertDenied("event-store", "UPDATE " + table + " SET id = 2");
        assertDenied("event-store", "DELETE FROM " + table);
    }

    @Test
    void aRoleIsNotLetInWithAnotherPassword() {
        assertSqlState(
                INVALID_PASSWORD,
                () -> DriverManager.getConnection(
                                infrastructure.databaseUrl(),
                                "order_service",
                                infrastructure.passwordOf("payment_service"))
                        .close());
    }

    @Test
    void aRecordIsReadAsItWasSent() {
        String key = UUID.randomUUID().toString();
        byte[] body = {0, -1, 42};
        for (Topic topic : Topic.values()) {
            try (var sender = new RecordSender();
                    var reader = TopicReader.of(topic.topicName())) {
                sender.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), body));
                assertThat(reader.records(key))
                        .singleElement()
                        .satisfies(found -> assertThat(found.value()).isEqualTo(body));
            }
        }
    }

    private String newTable(String service) throws SQLException {
        String name = "t_" + UUID.randomUUID().toString().replace('-', '_');
        try (var connection = connect(Infrastructure.ownerOf(service));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + name + " (id int)");
        }
        return name;
    }

    private int queried(String service, String sql) throws SQLException {
        try (var connection = connect(Infrastructure.schemaOf(service));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    private void assertDenied(String service, String sql) {
        assertSqlState(INSUFFICIENT_PRIVILEGE, () -> {
            try (var connection = connect(Infrastructure.schemaOf(service));
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    private static void assertSqlState(String state, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .asInstanceOf(InstanceOfAssertFactories.throwable(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo(state));
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(infrastructure.databaseUrl(), role, infrastructure.passwordOf(role));
    }
}

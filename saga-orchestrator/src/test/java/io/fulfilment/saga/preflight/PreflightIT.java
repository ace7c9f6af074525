package io.fulfilment.saga.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.application.ParkedSagas;
import io.fulfilment.saga.application.UseCases;
import io.fulfilment.testing.Infrastructure;
import io.fulfilment.testing.ServiceEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({UseCases.class, ParkedSagas.class})
class PreflightIT {

    /** More than are read at a time. */
    private static final int MANY = 501;

    @Autowired
    ParkedSagas sagas;

    @Autowired
    JdbcClient jdbc;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM saga_instance").update();
    }

    @Test
    void isContentWithWhatThisProgramCanCarryOn() {
        sagas.many(MANY);
        assertThat(preflight()).isZero();
        assertThat(lines()).containsExactly("This program can carry on all " + MANY + " sagas under way.");
    }

    @Test
    void passesOverWhatHasEnded() {
        sagas.many(1);
        jdbc.sql("""
                UPDATE saga_instance SET definition_version = 99, status = 'COMPLETED', step = NULL, deadline = NULL, wake_at = NULL,
                  ended_at = now()
                """).update();
        assertThat(preflight()).isZero();
    }

    @Test
    void tellsWhatWouldBeStrandedAndWhy() {
        sagas.many(MANY);
        change("definition_version = 99", MANY - 3);
        change("state = jsonb_set(state, '{runs,0,step}', '\"gift-wrap\"')", 1);
        var unreadable = change("data = '{\"sagaId\":7}'", 1);
        assertThat(preflight()).isEqualTo(1);
        assertThat(lines())
                .startsWith("This program can't carry on 500 of 501 sagas under way.")
                .contains(
                        "order-fulfilment version 2: the step gift-wrap is unknown here (1)",
                        "order-fulfilment version 99: the version is unknown here (498)",
                        "  and 478 more",
                        "  " + unreadable.getFirst())
                .anyMatch(line -> line.startsWith("order-fulfilment version 2: it can't be read: InvalidFormat")
                        && line.endsWith("(1)"))
                .hasSize(1 + 3 + 20 + 1 + 1 + 1);
    }

    @Test
    void looksAtTablesThatAreYetToBeMigrated() {
        sagas.many(1);
        alter("RENAME COLUMN error TO error_to_come");
        try {
            assertThat(preflight()).as(String.join("\n", lines())).isZero();
        } finally {
            alter("RENAME COLUMN error_to_come TO error");
        }
    }

    @Test
    void saysIfItCouldNotLook() {
        assertThat(preflight("--DATABASE_PASSWORD=wrong")).isEqualTo(2);
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("The sagas under way could not be looked at: ")
                .contains("password authentication failed");
    }

    @Test
    void isAskedForByName() {
        assertThat(Preflight.isAskedFor("--server.port=1", "preflight")).isTrue();
        assertThat(Preflight.isAskedFor("--server.port=1")).isFalse();
    }

    private List<UUID> change(String how, int count) {
        return jdbc.sql("""
                UPDATE saga_instance SET %s, version = 1000 WHERE saga_id IN (
                  SELECT saga_id FROM saga_instance WHERE version < 1000 LIMIT ?) RETURNING saga_id
                """.formatted(how))
                .param(count)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private static void alter(String how) {
        var infrastructure = Infrastructure.shared();
        var owner = Infrastructure.ownerOf("saga-orchestrator");
        var database =
                new DriverManagerDataSource(infrastructure.databaseUrl(), owner, infrastructure.passwordOf(owner));
        JdbcClient.create(database).sql("ALTER TABLE saga_instance " + how).update();
    }

    private int preflight(String... more) {
        var environment = ServiceEnvironment.variablesOf("saga-orchestrator").entrySet().stream()
                .filter(variable ->
                        Stream.of(more).noneMatch(argument -> argument.startsWith("--" + variable.getKey() + "=")))
                .map(variable -> "--" + variable.getKey() + "=" + variable.getValue());
        var arguments = Stream.of(Stream.of("preflight"), environment, Stream.of(more))
                .flatMap(some -> some)
                .toArray(String[]::new);
        return Preflight.run(arguments, new PrintStream(printed, true, UTF_8));
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}

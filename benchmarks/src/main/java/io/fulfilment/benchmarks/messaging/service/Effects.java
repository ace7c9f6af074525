package io.fulfilment.benchmarks.messaging.service;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.messaging.Received;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A handler with the least effect that can be counted: a row for each message, in one statement for all. */
final class Effects {

    private static final String INSERT = """
            INSERT INTO effect (message_id, sku, delta)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::bigint[])
            ON CONFLICT DO NOTHING
            """;

    private final JdbcTemplate jdbc;
    private final Handled handled;

    Effects(JdbcTemplate jdbc, Handled handled) {
        this.jdbc = jdbc;
        this.handled = handled;
    }

    void on(List<Received<StockAdjusted>> batch) {
        handled.begin();
        int effects = jdbc.update(
                INSERT,
                column("uuid", batch, each -> each.envelope().id()),
                column("text", batch, each -> each.message().sku().value()),
                column("int8", batch, each -> each.message().delta()));
        var taken = batch.stream()
                .map(Received::envelope)
                .map(each -> new Handled.KeyAndSequence(each.subject(), each.sequence()))
                .toList();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                handled.took(taken, effects);
            }
        });
    }

    private static SqlArrayValue column(
            String type, List<Received<StockAdjusted>> batch, Function<Received<StockAdjusted>, Object> value) {
        return new SqlArrayValue(type, batch.stream().map(value).toArray());
    }
}

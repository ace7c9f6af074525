package io.fulfilment.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.silent.WithoutRelay;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction within a transaction has messages of its own. */
@WithoutRelay
class NestedTransactionIT {

    private final PlatformTransactionManager transactions;
    private final Outbox outbox;
    private final JdbcTemplate jdbc;
    private final String sku = "SKU-" + UUID.randomUUID();

    @Autowired
    NestedTransactionIT(PlatformTransactionManager transactions, Outbox outbox, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    @Test
    void whatRollsBackToASavepointIsNotSent() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, outer -> {
            append(1);
            in(TransactionDefinition.PROPAGATION_NESTED, inner -> {
                append(2);
                inner.setRollbackOnly();
            });
            append(3);
        });

        assertThat(deltas()).isEqualTo("1,3");
    }

    @Test
    void aTransactionOfItsOwnSendsWhateverBecomesOfTheOther() {
        in(TransactionDefinition.PROPAGATION_REQUIRED, outer -> {
            append(1);
            in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, inner -> append(2));
            outer.setRollbackOnly();
        });

        assertThat(deltas()).isEqualTo("2");
    }

    private void in(int propagation, Consumer<TransactionStatus> action) {
        var template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        template.executeWithoutResult(action);
    }

    private void append(long delta) {
        outbox.append(new StockAdjusted(new Sku(sku), delta, "count"), Cause.beginning(UUID.randomUUID()));
    }

    private String deltas() {
        return String.valueOf(jdbc.queryForObject("""
                SELECT string_agg(convert_from(body, 'UTF8')::json ->> 'delta', ',' ORDER BY id)
                FROM outbox WHERE message_key = ?
                """, String.class, sku));
    }
}

package io.fulfilment.messaging.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.testing.ServiceEnvironment;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(
        classes = JpaService.class,
        properties = {
            "spring.application.name=payment-service",
            "spring.autoconfigure.exclude=",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
class JpaTransactionIT {

    private final PlatformTransactionManager transactions;
    private final TransactionTemplate transaction;
    private final EntityManager entities;
    private final Outbox outbox;
    private final JdbcTemplate jdbc;
    private final HikariDataSource pool;
    private final String sku = "SKU-" + UUID.randomUUID();

    @Autowired
    JpaTransactionIT(
            PlatformTransactionManager transactions,
            EntityManager entities,
            Outbox outbox,
            JdbcTemplate jdbc,
            HikariDataSource pool) {
        this.transactions = transactions;
        this.transaction = new TransactionTemplate(transactions);
        this.entities = entities;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.pool = pool;
    }

    @Test
    void entitiesAndMessagesCommitTogether() {
        assertThat(transactions).isInstanceOf(JpaTransactionManager.class);

        transaction.executeWithoutResult(status -> {
            entities.persist(new Thing(sku, 1));
            append();
        });

        assertThat(things()).containsExactly(1L);
        assertThat(sequences()).containsExactly(1L);
    }

    @Test
    void entitiesAndMessagesRollBackTogether() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    entities.persist(new Thing(sku, 1));
                    append();
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        assertThat(things()).isEmpty();
        assertThat(sequences()).isEmpty();
    }

    /** So that no transaction holds an outbox's key while it waits for an entity. */
    @Test
    void changesOfEntitiesAreWrittenBeforeTheOutbox() {
        var thing = new Thing(sku, 1);
        transaction.executeWithoutResult(status -> entities.persist(thing));

        transaction.executeWithoutResult(status -> {
            entities.merge(thing).count();
            append();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    assertThat(sequences()).containsExactly(1L);
                    assertThat(things()).containsExactly(2L);
                }
            });
        });
    }

    @Test
    void aViolatedConstraintFailsAsItWouldAtTheCommit() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    var thing = new Thing(sku, 1);
                    entities.persist(thing);
                    thing.spoil();
                    append();
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** As otherwise each batch would ask the database for it before it begins. */
    @Test
    void thePoolComesWithTheLevelThatIsNeeded() {
        assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_READ_COMMITTED");
    }

    private void append() {
        outbox.append(new StockAdjusted(new Sku(sku), 1, "count"), Cause.beginning(UUID.randomUUID()));
    }

    private List<@Nullable Long> things() {
        return jdbc.queryForList("SELECT sequence FROM effect WHERE subject = ?", Long.class, sku);
    }

    private List<@Nullable Long> sequences() {
        return jdbc.queryForList("SELECT sequence FROM outbox WHERE message_key = ?", Long.class, sku);
    }
}

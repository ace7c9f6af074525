package io.fulfilment.messaging.outbox;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where JPA is used, its changes go to the database before the outbox does: rows of entities are locked before the
 * outbox's keys, as in transactions without JPA, and a violated constraint shows before anything is appended.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({EntityManagerFactory.class, EntityManagerHolder.class})
class JpaFlushConfiguration {

    @Bean
    BeforeWrite jpaFlush(ObjectProvider<EntityManagerFactory> factories) {
        var all = SingletonSupplier.of(() -> factories.stream().toList());
        return () -> all.obtain().forEach(factory -> {
            if (TransactionSynchronizationManager.getResource(factory) instanceof EntityManagerHolder holder) {
                holder.getEntityManager().flush();
            }
        });
    }
}

package io.fulfilment.messaging.outbox;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaDialect;
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
        return () -> all.obtain().forEach(JpaFlushConfiguration::flush);
    }

    /** Fails as the commit would: with Spring's exceptions. */
    private static void flush(EntityManagerFactory factory) {
        if (TransactionSynchronizationManager.getResource(factory) instanceof EntityManagerHolder holder) {
            try {
                holder.getEntityManager().flush();
            } catch (RuntimeException e) {
                throw DataAccessUtils.translateIfNecessary(e, translatorOf(factory));
            }
        }
    }

    private static PersistenceExceptionTranslator translatorOf(EntityManagerFactory factory) {
        JpaDialect dialect = factory instanceof EntityManagerFactoryInfo info ? info.getJpaDialect() : null;
        return dialect != null ? dialect : EntityManagerFactoryUtils::convertJpaAccessExceptionIfPossible;
    }
}

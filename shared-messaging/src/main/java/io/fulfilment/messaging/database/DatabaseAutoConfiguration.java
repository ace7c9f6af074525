package io.fulfilment.messaging.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the pool of connections the level that the starter's transactions need. */
@AutoConfiguration
class DatabaseAutoConfiguration {

    @Bean
    static BeanPostProcessor readCommittedPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    ReadCommitted.makeLevelOf(pool);
                }
                return bean;
            }
        };
    }
}

package io.fulfilment.messaging.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the application's pool of connections the level that the starter's transactions need; others are none of its business. */
@AutoConfiguration
class DatabaseAutoConfiguration {

    private static final String POOL = "dataSource";

    @Bean
    static BeanPostProcessor readCommittedPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool && name.equals(POOL)) {
                    ReadCommitted.makeLevelOf(pool);
                }
                return bean;
            }
        };
    }
}

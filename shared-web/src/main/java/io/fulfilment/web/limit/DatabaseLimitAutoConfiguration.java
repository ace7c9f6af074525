package io.fulfilment.web.limit;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

@AutoConfiguration(
        after = LimitAutoConfiguration.class,
        afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({HikariDataSource.class, DataSourceUnwrapper.class})
@ConditionalOnSingleCandidate(DataSource.class)
class DatabaseLimitAutoConfiguration {

    @Bean
    FilterRegistrationBean<DatabaseQueueFilter> databaseQueueLimit(LimitSettings settings, DataSource dataSource) {
        var registration =
                new FilterRegistrationBean<>(new DatabaseQueueFilter(queueOf(dataSource), settings.databaseQueue()));
        registration.setOrder(LimitAutoConfiguration.BEFORE_SECURITY);
        return registration;
    }

    /** A pool that isn't Hikari's, or has not been asked for a connection yet, has no queue. */
    private static IntSupplier queueOf(DataSource dataSource) {
        HikariDataSource pool =
                DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class);
        return pool == null ? () -> 0 : () -> waitingFor(pool.getHikariPoolMXBean());
    }

    private static int waitingFor(@Nullable HikariPoolMXBean pool) {
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }
}

package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.database.ReadCommitted;
import io.fulfilment.messaging.retry.WakeUp;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What can be seen of dead letters and done to them, where there are handlers to redrive them to. */
@AutoConfiguration(afterName = "io.fulfilment.messaging.consumer.ConsumerAutoConfiguration")
@ConditionalOnBean(Rehearsal.class)
class DeadLetterActsAutoConfiguration {

    @Bean
    Acts deadLetterActs(JdbcTemplate jdbc) {
        return new Acts(jdbc);
    }

    @Bean
    DeadLetters deadLetters(JdbcTemplate jdbc, Acts acts) {
        return new DeadLetters(jdbc, acts);
    }

    @Bean
    Redrives redrives(JdbcTemplate jdbc) {
        return new Redrives(jdbc);
    }

    @Bean
    ActTransaction actTransaction(PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        // What is looked at behind a lock has to be what was committed before it.
        return new ActTransaction(ReadCommitted.template(transactions, jdbc));
    }

    @Bean
    Redriving redriving(
            JdbcTemplate jdbc, ActTransaction transaction, Redrives redrives, Acts acts, WakeUp redeliveryWakeUp) {
        return new Redriving(jdbc, transaction, redrives, acts, redeliveryWakeUp::ring);
    }

    @Bean
    Discarding discarding(JdbcTemplate jdbc, ActTransaction transaction, WakeUp redeliveryWakeUp) {
        return new Discarding(jdbc, transaction, redeliveryWakeUp::ring);
    }

    @Bean
    Rehearsals rehearsals(JdbcTemplate jdbc, ActTransaction transaction, Rehearsal rehearsal, Acts acts) {
        return new Rehearsals(jdbc, transaction, rehearsal, acts);
    }
}

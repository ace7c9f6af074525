package io.fulfilment.order.balance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks, a batch at a time and then a pause: however much there is to catch up with, others have the database, too. */
@Component
class BalanceLooks implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceLooks.class);

    private final BalanceCheck check;
    private final BalanceSettings settings;
    private final Counter checked;

    BalanceLooks(BalanceCheck check, BalanceSettings settings, MeterRegistry meters) {
        this.check = check;
        this.settings = settings;
        this.checked = Counter.builder("orders.balance.checked")
                .description("Looks at orders, whether they have what belongs to their end")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (settings.enabled()) {
            tasks.addFixedDelayTask(this::look, settings.poll());
        }
    }

    void look() {
        try {
            checked.increment(check.sweep());
            checked.increment(check.review());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the balance of orders is not checked for now: {}", e.toString());
        }
    }
}

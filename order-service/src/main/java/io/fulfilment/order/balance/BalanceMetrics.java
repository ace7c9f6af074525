package io.fulfilment.order.balance;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Asked of the database whenever the metrics are read: the same from every replica, also where none looks. */
@Component
class BalanceMetrics {

    private final BalanceWatermark watermark;
    private final BalanceWatch watch;
    private final BalanceSettings settings;

    BalanceMetrics(BalanceWatermark watermark, BalanceWatch watch, BalanceSettings settings, MeterRegistry meters) {
        this.watermark = watermark;
        this.watch = watch;
        this.settings = settings;
        Gauge.builder("orders.out.of.balance", watch, BalanceWatch::stated)
                .description("Orders whose end was found not to fit what was done for them")
                .register(meters);
        Gauge.builder("orders.balance.lag", this, BalanceMetrics::secondsBehind)
                .description("For how long a look has been due that wasn't taken")
                .baseUnit("seconds")
                .register(meters);
    }

    double secondsBehind() {
        return Math.max(0, Math.max(watermark.secondsBehind(settings.settle()), watch.secondsBehind()));
    }
}

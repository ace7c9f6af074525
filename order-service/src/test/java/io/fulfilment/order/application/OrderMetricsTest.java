package io.fulfilment.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderMetricsTest {

    @Test
    void showsEveryEndThatAnOrderCanHaveBeforeAnyHadIt() {
        var meters = new SimpleMeterRegistry();
        new OrderMetrics(meters, new NoPrices());
        assertThat(meters.get("orders.finished").counters())
                .allSatisfy(counter -> assertThat(counter.count()).isZero())
                .extracting(counter ->
                        counter.getId().getTag("status") + " " + counter.getId().getTag("reason"))
                .containsExactlyInAnyOrder(
                        "COMPLETED NONE",
                        "CANCELLED NONE",
                        "REJECTED OUT_OF_STOCK",
                        "REJECTED PAYMENT_DECLINED",
                        "REJECTED TIMED_OUT",
                        "REJECTED OPERATOR");
    }

    private record NoPrices() implements PriceList {

        @Override
        public Map<Sku, PricedProduct> entries(Collection<Sku> skus) {
            return Map.of();
        }

        @Override
        public void put(Collection<PricedProduct> products) {}

        @Override
        public long size() {
            return 0;
        }
    }
}

package io.fulfilment.payment.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that this process is making. Their leases are prolonged, so that a lease may be shorter than a call. */
final class CallsOut {

    private final Map<GatewayCall, Long> sinceNanos = new ConcurrentHashMap<>();

    void begin(GatewayCall call) {
        sinceNanos.put(call, System.nanoTime());
    }

    void end(GatewayCall call) {
        sinceNanos.remove(call);
    }

    int size() {
        return sinceNanos.size();
    }

    List<GatewayCall> outFor(Duration atLeast, Duration lessThan) {
        long now = System.nanoTime();
        return sinceNanos.entrySet().stream()
                .filter(it -> now - it.getValue() >= atLeast.toNanos() && now - it.getValue() < lessThan.toNanos())
                .map(Map.Entry::getKey)
                .toList();
    }
}

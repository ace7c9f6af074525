package io.fulfilment.messaging.conformance.service;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** The relay counts what the broker has acknowledged, and only then takes it out of its queue. */
final class InterruptingMeters extends SimpleMeterRegistry {

    private static final String ACKNOWLEDGED = "outbox.published";

    private final Interruptions interruptions;

    InterruptingMeters(Interruptions interruptions) {
        this.interruptions = interruptions;
    }

    @Override
    protected Counter newCounter(Meter.Id id) {
        return id.getName().equals(ACKNOWLEDGED) ? new Acknowledged(id) : super.newCounter(id);
    }

    private final class Acknowledged extends CumulativeCounter {

        Acknowledged(Meter.Id id) {
            super(id);
        }

        @Override
        public void increment(double amount) {
            super.increment(amount);
            if (amount > 0) {
                interruptions.beforeSettling();
            }
        }
    }
}

package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.Due;
import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import io.fulfilment.benchmarks.messaging.service.Load;
import java.sql.SQLException;

/** A backlog in the topic, and a consumer that is switched on: until all have had their effect. */
final class ConsumeBacklog {

    private static final String COUNT = "SELECT count(*) FROM effect WHERE sku LIKE ?";

    private final OwnStack stack;
    private final EventTopic topic;
    private final Faults faults;

    ConsumeBacklog(OwnStack stack, EventTopic topic, Faults faults) {
        this.stack = stack;
        this.topic = topic;
        this.faults = faults;
    }

    Measured measure(int messages, int warmUp) throws Exception {
        topic.empty();
        try (var service = stack.startService()) {
            consume(service, new Load("warm-up-of-consumer", Math.min(messages, warmUp)));
            return consume(service, new Load("consume", messages));
        }
    }

    /** The clock starts with the first batch: how long a group takes to come together is the broker's affair. */
    private Measured consume(ServiceProcess service, Load load) throws Exception {
        new RelayDrain(stack, topic, faults).drain(service, load);
        stack.checkpoint();
        service.ask(Patience.START, "ready", "consumer");
        Cost before = service.costSoFar();
        service.ask(Patience.START, "started", "go");
        String[] handled = service.ask(Patience.forCount(load.count()), "handled", "handled", load.count())
                .split(" ");
        Due.await(Measured.aftermathOf(System.nanoTime()));
        Cost cost = service.costSoFar().minus(before);
        var seen = new KeyOrder.Seen(
                Integer.parseInt(handled[3]), Integer.parseInt(handled[4]), Integer.parseInt(handled[5]));
        faults.check("consume " + load.prefix(), load.count(), seen);
        faults.check("effects of " + load.prefix(), load.count(), effects(load));
        service.ask(Patience.START, "stopped", "stop");
        return Measured.of("consume", load.count(), Long.parseLong(handled[2]), cost, seen.repeated());
    }

    private long effects(Load load) throws SQLException {
        try (var connection = stack.connect(OwnStack.ROLE);
                var statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, load.prefix() + "-%");
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}

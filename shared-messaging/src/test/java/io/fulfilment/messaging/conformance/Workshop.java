package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.service.ConformanceService;
import io.fulfilment.messaging.conformance.service.Load;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service in this JVM, with neither its relay nor its consumer: others take their places. */
final class Workshop implements AutoCloseable {

    private final TestBed bed;
    private final Names names;
    private final ConfigurableApplicationContext context;

    private Workshop(TestBed bed, Names names, ConfigurableApplicationContext context) {
        this.bed = bed;
        this.names = names;
        this.context = context;
    }

    static Workshop open(TestBed bed) {
        var names = new Names(bed.nextRun());
        bed.broker().heal();
        bed.database().create(names.database());
        return new Workshop(
                bed,
                names,
                new SpringApplicationBuilder(ConformanceService.class)
                        .run(Stream.concat(
                                        names.settings(bed, List.of()).stream(),
                                        Stream.of(
                                                "--fulfilment.messaging.relay.enabled=false",
                                                "--fulfilment.messaging.consumer.enabled=false"))
                                .toArray(String[]::new)));
    }

    Load load() {
        return context.getBean(Load.class);
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    NaiveRelay relay() {
        return new NaiveRelay(jdbc(), bed.broker(), names.service());
    }

    /** It begins behind what is there now, or where the one before it has committed. */
    NaiveConsumer consumer() {
        return new NaiveConsumer(jdbc(), bed.broker(), names.service());
    }

    Broker broker() {
        return bed.broker();
    }

    /** What the checker says of some keys by themselves. */
    List<Violation> violations(String... keys) {
        Set<String> ours = Set.of(keys);
        History all = new BookReader(bed, names).commands();
        return Checker.check(new History(
                all.sent().stream().filter(sent -> ours.contains(sent.key())).toList(),
                all.handled().stream()
                        .filter(handled -> ours.contains(handled.key()))
                        .toList()));
    }

    @Override
    public void close() {
        context.close();
    }
}

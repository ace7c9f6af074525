package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.MessagingOptions.Part;
import io.fulfilment.benchmarks.messaging.service.Load;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Measures outbox, relay and inbox on a PostgreSQL and a Kafka that it starts and stops, beside what these can do. */
public final class MessagingBenchmark {

    private static final Path TARGET = Path.of("benchmarks/target");
    private static final Path RESULTS = Path.of("benchmarks/results");

    private final MessagingOptions options;
    private final OwnStack stack;
    private final Faults faults = new Faults();
    private final List<Measured> measured = new ArrayList<>();
    private @Nullable Latency latency;
    private @Nullable Growth growth;
    private @Nullable Memory memory;

    private MessagingBenchmark(MessagingOptions options, OwnStack stack) {
        this.options = options;
        this.stack = stack;
    }

    /** Exits with 1 if anything is missing, out of order or late beyond patience, with 2 on a wrong option. */
    public static void main(String... arguments) throws Exception {
        MessagingOptions options;
        try {
            options = MessagingOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        boolean good;
        try (var stack = OwnStack.start(TARGET)) {
            MessagingReport report = new MessagingBenchmark(options, stack).run();
            report.print(System.out);
            write(report);
            good = report.isGood();
        }
        System.exit(good ? 0 : 1);
    }

    private MessagingReport run() throws Exception {
        try (var topic = new EventTopic(stack.bootstrapServers(), Load.TOPIC)) {
            if (wanted(Part.DRAIN, options.rows() + " rows")) {
                measured.add(new RelayDrain(stack, topic, faults).measure(options.rows(), options.warmUp()));
            }
            if (wanted(Part.LATENCY, options.rate() + " transactions a second")) {
                var result = new CommitToConsumer(stack, topic, faults).measure(options.rate(), options.seconds());
                measured.add(result.measured());
                latency = result.latency();
            }
            if (wanted(Part.CONSUME, options.messages() + " messages")) {
                measured.add(new ConsumeBacklog(stack, topic, faults).measure(options.messages(), options.warmUp()));
            }
            if (wanted(Part.MEMORY, options.waiting() + " rows")) {
                var result = new RelayMemory(stack, topic, faults).measure(options.waiting());
                measured.add(result.measured());
                memory = result.memory();
            }
            if (wanted(Part.GROWTH, options.flow() + " rows")) {
                growth = new OutboxGrowth(stack, topic, faults).measure(options.flow(), options.kept());
            }
        }
        if (wanted(Part.LIMITS, options.rows() + " rows and records")) {
            measured.addAll(new DatabaseLimits(stack, faults).measure(options.rows(), options.warmUp()));
            measured.addAll(new BrokerLimits(stack, faults).measure(options.rows(), options.warmUp()));
        }
        return new MessagingReport(options, measured, latency, growth, memory, faults.found());
    }

    private boolean wanted(Part part, String howMuch) {
        boolean wanted = options.parts().contains(part);
        if (wanted) {
            System.out.println(part.name().toLowerCase(Locale.ROOT) + ": " + howMuch);
        }
        return wanted;
    }

    private static void write(MessagingReport report) throws Exception {
        Path folder = Files.createDirectories(RESULTS);
        Path file = folder.resolve("messaging-" + Instant.now().toString().replace(":", "") + ".json");
        Files.writeString(file, JsonMapper.builder().build().writeValueAsString(report));
        System.out.println("written to " + file);
    }
}

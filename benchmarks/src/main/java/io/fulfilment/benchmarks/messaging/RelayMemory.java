package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A long backlog and a relay with little memory: all of it gets into Kafka, in order. */
final class RelayMemory {

    private static final int HEAP_MEGABYTES = 128;
    private static final long MEGABYTE = 1024 * 1024;

    private final OwnStack stack;
    private final EventTopic topic;
    private final Faults faults;

    RelayMemory(OwnStack stack, EventTopic topic, Faults faults) {
        this.stack = stack;
        this.topic = topic;
        this.faults = faults;
    }

    record Result(Measured measured, Memory memory) {}

    Result measure(int rows) throws Exception {
        try (var service = stack.startService("-Xms32m", "-Xmx" + HEAP_MEGABYTES + "m")) {
            Measured drained = new RelayDrain(stack, topic, faults).drain(service, new Load("memory", rows));
            long peak =
                    Long.parseLong(service.ask(Patience.START, "heap", "heap").split(" ")[1]);
            var measured =
                    new Measured("drain, little memory", rows, drained.seconds(), drained.cost(), drained.repeated());
            return new Result(measured, new Memory(rows, HEAP_MEGABYTES, peak / MEGABYTE, resident(service.pid())));
        }
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}

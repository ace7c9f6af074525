package io.fulfilment.benchmarks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MessagingReportTest {

    private final Faults faults = new Faults();

    @Test
    void comparesTheRelayWithTheSlowerOfItsTwoEnds() {
        var report = report(
                measured("relay drain", 20_000),
                measured("COPY", 10_000),
                measured("DELETE … RETURNING", 80_000),
                measured("idempotent producer", 100_000));

        assertThat(report.drainPercentOfLimit()).isEqualTo(25.0);
        assertThat(printed(report)).contains("drains at 25 %");
    }

    @Test
    void comparesNothingWithWhatWasLeftOut() {
        assertThat(report(measured("relay drain", 20_000)).drainPercentOfLimit())
                .isNull();
    }

    @Test
    void costsAreOfAThousand() {
        Measured measured = measured("relay drain", 20_000);

        assertThat(measured.processorMillisPerThousand()).isEqualTo(15.0);
        assertThat(JsonMapper.builder().build().writeValueAsString(report(measured)))
                .contains("\"perSecond\":20000", "\"processorMillisPerThousand\":15.0");
    }

    @Test
    void costsAreWhatWasUsedMeanwhile() {
        Cost before = new Cost(new TreeMap<>(Map.of("kafka", 100L, "postgres", 50L)), 7);
        Cost after = new Cost(new TreeMap<>(Map.of("kafka", 130L, "postgres", 50L)), 9);

        assertThat(after.minus(before)).isEqualTo(new Cost(new TreeMap<>(Map.of("kafka", 30L, "postgres", 0L)), 2));
    }

    @Test
    void howMuchRoomTheOutboxTakesIsTold() {
        var growth = new Growth(
                100,
                2,
                1,
                List.of(new Growth.Sample(1, 50, 5, 100, 120, 20), new Growth.Sample(2, 99, 1, 100, 150, 20)));

        var report = new MessagingReport(
                MessagingOptions.parse(), List.of(), null, growth, new Memory(9, 128, 50, 200), List.of());

        assertThat(growth.mostTimesLive()).isEqualTo(1.7);
        assertThat(printed(report)).contains("at most 1.70 times what is live; 50 rows", "at most 50 MB in use");
        assertThat(JsonMapper.builder().build().writeValueAsString(report)).contains("\"mostTimesLive\":1.7");
    }

    @Test
    void repeatsAreToldAndNoFault() {
        faults.check("drain", 10, new KeyOrder.Seen(10, 3, 0));

        var report = report(new Measured("relay drain", 10, 1, cost(), 3));

        assertThat(report.isGood()).isTrue();
        assertThat(printed(report)).contains("relay drain: 3 came again");
    }

    @Test
    void whatIsMissingOrOutOfOrderIsAFault() {
        faults.check("drain", 10, new KeyOrder.Seen(9, 0, 0));
        faults.check("latency", 10, new KeyOrder.Seen(10, 0, 1));

        var report = report();

        assertThat(report.isGood()).isFalse();
        assertThat(report.faults())
                .containsExactly(
                        "drain: messages in order: 9 instead of 10",
                        "latency: messages before their turn: 1 instead of 0");
    }

    private MessagingReport report(Measured... measured) {
        return new MessagingReport(MessagingOptions.parse(), List.of(measured), null, null, null, faults.found());
    }

    private static Measured measured(String name, int perSecond) {
        return new Measured(
                name, 2 * perSecond, 2, new Cost(new TreeMap<>(Map.of("kafka", perSecond * 30L / 1_000)), 5), 0);
    }

    private static Cost cost() {
        return new Cost(new TreeMap<>(), 0);
    }

    private static String printed(MessagingReport report) {
        var bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

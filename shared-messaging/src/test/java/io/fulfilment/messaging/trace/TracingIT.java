package io.fulfilment.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.CauseContext;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.deadletter.Rehearsal;
import io.fulfilment.messaging.deadletter.Rehearsed;
import io.fulfilment.testing.ServiceEnvironment;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that sends commands to itself, and everything that it does is traced. */
@SpringBootTest(
        properties = {
            "spring.application.name=inventory-service",
            "fulfilment.messaging.consumer.attempts=1",
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.sampler=parent-based-trace-id-ratio",
            "management.tracing.export.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
class TracingIT {

    private final Outbox outbox;
    private final Tracer tracer;
    private final InMemorySpanExporter exported;
    private final TransactionTemplate transaction;
    private final Map<String, Map<String, String>> logged;
    private final Set<String> failing;
    private final JdbcTemplate jdbc;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TracedService {

        @Bean
        InMemorySpanExporter exported() {
            return InMemorySpanExporter.create();
        }

        @Bean
        SimpleSpanProcessor processor(InMemorySpanExporter exported) {
            return (SimpleSpanProcessor) SimpleSpanProcessor.create(exported);
        }

        @Bean
        Map<String, Map<String, String>> logged() {
            return new ConcurrentHashMap<>();
        }

        @Bean
        Set<String> failing() {
            return ConcurrentHashMap.newKeySet();
        }

        @Bean
        MessageHandlers handlers(
                Outbox outbox, Tracer tracer, Map<String, Map<String, String>> logged, Set<String> failing) {
            return MessageHandlers.with()
                    .each(ReleaseStock.class, received -> {
                        if (failing.contains(received.message().subject())) {
                            throw new IllegalStateException("not yet");
                        }
                        logged.put(received.message().subject(), seen(tracer));
                        outbox.append(new StockReleased(received.message().orderId()), received.cause());
                    })
                    .build();
        }
    }

    /** The fields of a log line that would be written now, and the baggage of a request. */
    private static Map<String, String> seen(Tracer tracer) {
        var fields = new HashMap<>(MDC.getCopyOfContextMap());
        fields.put("baggage", String.valueOf(tracer.getAllBaggage().get("correlationId")));
        return fields;
    }

    @Autowired
    TracingIT(
            Outbox outbox,
            Tracer tracer,
            InMemorySpanExporter exported,
            PlatformTransactionManager transactions,
            Map<String, Map<String, String>> logged,
            Set<String> failing,
            JdbcTemplate jdbc) {
        this.outbox = outbox;
        this.tracer = tracer;
        this.exported = exported;
        this.transaction = new TransactionTemplate(transactions);
        this.logged = logged;
        this.failing = failing;
        this.jdbc = jdbc;
    }

    @Test
    void aMessageIsTracedFromItsCauseToWhatItCauses() {
        Span request = tracer.nextSpan().name("request").start();
        ReleaseStock command = release();
        try (var _ = tracer.withSpan(request)) {
            transaction.executeWithoutResult(status -> outbox.append(command, Cause.beginning(UUID.randomUUID())));
        } finally {
            request.end();
        }

        String trace = request.context().traceId();
        await().until(() -> spans(trace).size() == 6);
        SpanData create = span(trace, "create inventory.commands");
        SpanData process = span(trace, "process inventory.commands");
        SpanData send = span(trace, "send inventory.commands");
        SpanData answer = span(trace, "create inventory.events");
        assertThat(create.getParentSpanId()).isEqualTo(request.context().spanId());
        assertThat(send.getParentSpanId()).isEqualTo(create.getSpanId());
        assertThat(process.getParentSpanId()).isEqualTo(create.getSpanId());
        assertThat(answer.getParentSpanId()).isEqualTo(process.getSpanId());
        assertThat(send.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(process.getAttributes().asMap().toString())
                .contains(
                        "messaging.system=kafka",
                        "messaging.operation.type=process",
                        "messaging.destination.name=inventory.commands",
                        "messaging.kafka.message.key=" + command.subject(),
                        "cloudevents.event_type=io.fulfilment.inventory.ReleaseStock.v1");
    }

    @Test
    void theSpanOfABatchLinksToItsMessages() {
        List<Outgoing> commands = IntStream.range(0, 20)
                .mapToObj(i ->
                        new Outgoing(UUID.randomUUID(), release(), new Cause(UUID.randomUUID(), null, traceparent(i))))
                .toList();
        transaction.executeWithoutResult(status -> outbox.append(commands));

        SpanData batch = await().until(
                        () -> exported.getFinishedSpanItems().stream()
                                .filter(span -> span.getName().equals("send batch"))
                                .filter(span -> span.getTotalRecordedLinks() == 20)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        assertThat(batch.getParentSpanContext().isValid()).isFalse();
        assertThat(batch.getLinks())
                .extracting(link -> link.getSpanContext().getTraceId())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(TracingIT::traceId).toList());
        await().until(() -> exported.getFinishedSpanItems().stream()
                .anyMatch(span -> span.getName().equals("process batch") && span.getTotalRecordedLinks() > 1));
    }

    @Test
    void whatAHandlerLogsSaysForWhichMessage() {
        ReleaseStock command = release();
        UUID correlation = UUID.randomUUID();
        UUID id = transaction.execute(status -> outbox.append(command, Cause.beginning(correlation)));

        Map<String, String> fields = await().until(() -> logged.get(command.subject()), Objects::nonNull);
        assertThat(fields)
                .containsEntry("correlationId", correlation.toString())
                .containsEntry("messageTopic", "inventory.commands")
                .containsEntry("baggage", correlation.toString())
                .containsEntry("messageId", String.valueOf(id))
                .containsEntry("messageType", "io.fulfilment.inventory.ReleaseStock.v1")
                .containsEntry("messageKey", command.subject());
    }

    @Test
    void whatGoesOnAfterTheHandlerBelongsToItsTrace(@Autowired CauseContext causes) {
        var cause = new Cause(UUID.randomUUID(), null, traceparent(43));
        try (var _ = causes.enter(cause)) {
            tracer.nextSpan().name("call").start().end();
            assertThat(seen(tracer))
                    .containsEntry("correlationId", cause.correlationId().toString())
                    .containsEntry("baggage", cause.correlationId().toString());
        }

        assertThat(spans(traceId(43)))
                .singleElement()
                .satisfies(span -> assertThat(span.getParentSpanId()).isEqualTo("b".repeat(16)));
        assertThat(MDC.get("correlationId")).isNull();
        assertThat(tracer.currentSpan()).isNull();
        assertThat(tracer.getAllBaggage()).isEmpty();
    }

    @Test
    void whatIsNotTracedBeginsNoTraceAfterTheHandler(@Autowired CauseContext causes) {
        try (var _ = causes.enter(Cause.beginning(UUID.fromString("00000000-0000-7000-8000-00000000002a")))) {
            tracer.nextSpan().name("call").start().end();
        }

        assertThat(spans("0000000000007000800000000000002a")).isEmpty();
        assertThat(exported.getFinishedSpanItems())
                .filteredOn(span -> span.getName().equals("call"))
                .extracting(SpanData::getTraceId)
                .allMatch(traceId(43)::equals);
    }

    /** Nor does anything else that is rolled back. */
    @Test
    void whatIsRehearsedLeavesNoSpan(@Autowired Rehearsal rehearsal) {
        ReleaseStock command = release();
        failing.add(command.subject());
        var cause = new Cause(UUID.randomUUID(), null, traceparent(42));
        transaction.executeWithoutResult(status -> outbox.append(command, cause));
        long key = await().until(() -> parked(command), keys -> !keys.isEmpty()).getFirst();
        failing.clear();

        assertThat(rehearsal.rehearse(key)).extracting(Rehearsed::result).containsExactly(Rehearsed.Result.PASSES);

        assertThat(spans(traceId(42)))
                .extracting(SpanData::getName)
                .contains("create inventory.commands")
                .doesNotContain("create inventory.events");
    }

    private List<Long> parked(ReleaseStock command) {
        return jdbc.query(
                "SELECT id FROM held_key WHERE message_key = ? AND state = 'PARKED'",
                (row, number) -> row.getLong(1),
                command.subject());
    }

    private static ReleaseStock release() {
        return new ReleaseStock(new SagaId(UUID.randomUUID()), new OrderId(UUID.randomUUID()));
    }

    private static String traceparent(int number) {
        return "00-" + traceId(number) + "-" + "b".repeat(16) + "-01";
    }

    private static String traceId(int number) {
        return "a".repeat(30) + "%02d".formatted(number);
    }

    private List<SpanData> spans(String trace) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(trace))
                .toList();
    }

    private SpanData span(String trace, String name) {
        return spans(trace).stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + spans(trace)));
    }
}

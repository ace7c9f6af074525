package io.fulfilment.system;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Zipkin shows of an order. */
@SystemTest
class TraceIT {

    private static final Set<String> ALL = Set.of(
            "order-service",
            "saga-orchestrator",
            "inventory-service",
            "payment-service",
            "notification-service",
            "card-gateway");

    private final RunningSystem system;

    TraceIT(RunningSystem system) {
        this.system = system;
    }

    /** A span; {@code parent} is empty for the first of its trace. */
    private record Span(String trace, String id, String parent, String service, String name) {

        static Span of(JsonNode span) {
            return new Span(
                    span.path("traceId").asString(),
                    span.path("id").asString(),
                    span.path("parentId").asString(""),
                    span.path("localEndpoint").path("serviceName").asString(),
                    span.path("name").asString());
        }
    }

    @Test
    void anOrderLeavesOneTraceThroughEveryServiceAndTheGateway() {
        List<Span> trace = traceOf(OrderRequest.of("SKU-0701", 1));

        assertThat(trace).extracting(Span::trace).containsOnly(trace.getFirst().trace());
        assertThat(trace)
                .filteredOn(span -> span.parent().isEmpty())
                .singleElement()
                .satisfies(first -> {
                    assertThat(first.service()).isEqualTo("order-service");
                    assertThat(first.name()).isEqualTo("http post /orders");
                });
        assertThat(names(trace, "card-gateway")).containsExactlyInAnyOrder("post /operations", "post /operations");
        assertThat(names(trace, "notification-service"))
                .contains("process notification.commands", "send mail", "create notification.events");
        assertThat(names(trace, "saga-orchestrator")).contains("send payment.commands", "process saga.replies");
    }

    /** The calls that follow on a failed one are made by whoever finds them due. */
    @Test
    void whatIsTriedAgainStaysInTheTrace() {
        List<Span> trace = traceOf(OrderRequest.of("SKU-0702", 1).paidWith("tok_flaky"));

        assertThat(names(trace, "card-gateway").stream().filter("post /operations"::equals))
                .hasSizeGreaterThan(2);
    }

    private List<Span> traceOf(OrderRequest request) {
        Client alice = system.as("alice");
        String order = alice.place(request);
        assertThat(alice.awaitFinal(order).path("status").asString()).isEqualTo("COMPLETED");
        return await().atMost(Duration.ofSeconds(30)).until(() -> spansAbout(order), TraceIT::isWhole);
    }

    private List<Span> spansAbout(String order) {
        JsonNode traces = system.anonymously()
                .read(
                        "zipkin",
                        "/api/v2/traces?lookback=600000&annotationQuery=messaging.kafka.message.key%3D" + order);
        return traces.valueStream().flatMap(JsonNode::valueStream).map(Span::of).toList();
    }

    /** Whether every service has told its part, and nothing refers to a span that is missing. */
    private static boolean isWhole(List<Span> trace) {
        Set<String> ids = trace.stream().map(Span::id).collect(toSet());
        return trace.stream().map(Span::service).collect(toSet()).equals(ALL)
                && names(trace, "notification-service").contains("send saga.replies")
                && trace.stream().allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
    }

    private static List<String> names(List<Span> trace, String service) {
        return trace.stream()
                .filter(span -> span.service().equals(service))
                .map(Span::name)
                .toList();
    }
}

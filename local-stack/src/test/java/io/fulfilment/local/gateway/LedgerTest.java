package io.fulfilment.local.gateway;

import static io.fulfilment.local.gateway.Operation.Kind.AUTHORIZE;
import static io.fulfilment.local.gateway.Operation.Kind.CAPTURE;
import static io.fulfilment.local.gateway.Operation.Kind.REFUND;
import static io.fulfilment.local.gateway.Operation.Kind.VOID;
import static io.fulfilment.local.gateway.Operation.Status.DECLINED;
import static io.fulfilment.local.gateway.Operation.Status.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.Money;
import io.fulfilment.local.gateway.Operation.Kind;
import io.fulfilment.local.gateway.Operation.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        ledger = new Ledger(directory.resolve("ledger.jsonl"), clock);
    }

    @Test
    void capturesWhatWasAuthorisedOnce() throws IOException {
        assertThat(perform("a", AUTHORIZE, "10.00")).isEqualTo(SUCCEEDED);
        assertThat(perform("b", CAPTURE, "10.00")).isEqualTo(SUCCEEDED);
        assertThat(perform("c", CAPTURE, "10.00")).isEqualTo(DECLINED);
    }

    @Test
    void declinesWhatNothingAuthorised() throws IOException {
        assertThat(perform("a", CAPTURE, "10.00")).isEqualTo(DECLINED);
        assertThat(perform("b", VOID, "10.00")).isEqualTo(DECLINED);
        assertThat(perform("c", REFUND, "10.00")).isEqualTo(DECLINED);
    }

    @Test
    void capturesNothingAfterAVoid() throws IOException {
        perform("a", AUTHORIZE, "10.00");

        assertThat(perform("b", VOID, "10.00")).isEqualTo(SUCCEEDED);
        assertThat(perform("c", CAPTURE, "10.00")).isEqualTo(DECLINED);
    }

    @Test
    void refundsNoMoreThanWasCaptured() throws IOException {
        perform("a", AUTHORIZE, "10.00");
        perform("b", CAPTURE, "10.00");

        assertThat(perform("c", REFUND, "6.00")).isEqualTo(SUCCEEDED);
        assertThat(perform("d", REFUND, "6.00")).isEqualTo(DECLINED);
    }

    @Test
    void refundsNothingToACardThatTakesNothingBack() throws IOException {
        perform("a", new OperationRequest("order-1", AUTHORIZE, Money.of("10.00", "EUR"), "tok_no_refund"));
        perform("b", new OperationRequest("order-1", CAPTURE, Money.of("10.00", "EUR"), null));
        var refund = new OperationRequest("order-1", REFUND, Money.of("10.00", "EUR"), null);

        Operation refused = ledger.perform("c", refund).orElseThrow();

        assertThat(refused.status()).isEqualTo(DECLINED);
        assertThat(refused.reason()).isEqualTo("no refund to this card");
    }

    @Test
    void performsAKeyOnceHoweverManyAskAtOnce() throws Exception {
        List<Operation> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Operation> ask =
                    () -> ledger.perform("key", request(AUTHORIZE, "10.00")).orElseThrow();
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> ask).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
        assertThat(ledger.of("order-1")).hasSize(1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() throws IOException {
        perform("key", AUTHORIZE, "10.00");

        assertThat(ledger.perform("key", request(AUTHORIZE, "11.00"))).isEmpty();
        assertThat(ledger.perform(
                        "key", new OperationRequest("order-2", AUTHORIZE, Money.of("10.00", "EUR"), "tok_ok")))
                .isEmpty();
    }

    @Test
    void remembersOverARestart() throws IOException {
        perform("key", AUTHORIZE, "10.00");
        open();

        assertThat(perform("key", AUTHORIZE, "10.00")).isEqualTo(SUCCEEDED);
        assertThat(ledger.all()).hasSize(1);
        assertThat(perform("other", CAPTURE, "10.00")).isEqualTo(SUCCEEDED);
    }

    @Test
    void declinesACardThatItNeverGaveOut() throws IOException {
        var request = new OperationRequest("order-1", AUTHORIZE, Money.of("1.00", "EUR"), "'; DROP TABLE cards; --");

        assertThat(ledger.perform("key", request).orElseThrow().status()).isEqualTo(DECLINED);
    }

    private Status perform(String key, Kind kind, String amount) throws IOException {
        return perform(key, request(kind, amount));
    }

    private Status perform(String key, OperationRequest request) throws IOException {
        return ledger.perform(key, request).orElseThrow().status();
    }

    private static OperationRequest request(Kind kind, String amount) {
        return new OperationRequest("order-1", kind, Money.of(amount, "EUR"), "tok_ok");
    }
}

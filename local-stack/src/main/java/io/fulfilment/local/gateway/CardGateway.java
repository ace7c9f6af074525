package io.fulfilment.local.gateway;

import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.Environment;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import io.fulfilment.local.http.RequestSpans;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The card gateway's HTTP API. */
public final class CardGateway {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration UNTIL_DROPPED = Duration.ofSeconds(60);
    private static final int FLAKY_FAILURES = 2;
    private static final int LONGEST_KEY = 255;

    private final Ledger ledger;
    private final RequestSpans spans;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    CardGateway(Ledger ledger, RequestSpans spans) {
        this.ledger = ledger;
        this.spans = spans;
    }

    public static void main(String[] args) throws IOException {
        var environment = Environment.ofThisProcess();
        var ledger = new Ledger(environment.data("card-gateway").resolve("ledger.jsonl"), Clock.systemUTC());
        var spans = RequestSpans.of("card-gateway", environment.variables().get("OTLP_ENDPOINT"));
        new CardGateway(ledger, spans).start(environment.address("SERVER_PORT", 8091));
    }

    int start(InetSocketAddress address) throws IOException {
        return new JsonServer(address)
                .traced(spans)
                .on("/operations", this::operations)
                .on("/ledger", this::ledger)
                .start();
    }

    private Answer operations(Request request) throws IOException, InterruptedException {
        return switch (request.method()) {
            case "POST" -> post(request);
            case "GET" ->
                ledger.find(request.rest())
                        .map(operation -> Answer.ok(operation.receipt()))
                        .orElse(Answer.error(404, "no operation has that key"));
            default -> Answer.error(405, "GET or POST");
        };
    }

    private Answer post(Request request) throws IOException, InterruptedException {
        String key = request.header("Idempotency-Key")
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_KEY)
                .orElseThrow(() -> new IllegalArgumentException("an Idempotency-Key is required"));
        OperationRequest operation = OperationRequest.parse(request.body());
        Optional<CardToken> card = cardOf(operation);
        if (card.equals(Optional.of(CardToken.TOK_FLAKY)) && isToFail(key)) {
            return Answer.error(500, "try again");
        }
        Answer answer = ledger.perform(key, operation)
                .map(performed -> Answer.ok(performed.receipt()))
                .orElse(Answer.error(422, "the key was used for another operation"));
        failures.remove(key);
        return held(answer, card);
    }

    /** Never once the key's operation was performed. */
    private boolean isToFail(String key) {
        return ledger.find(key).isEmpty() && failures.merge(key, 1, Integer::sum) <= FLAKY_FAILURES;
    }

    private static Answer held(Answer answer, Optional<CardToken> card) throws InterruptedException {
        if (card.equals(Optional.of(CardToken.TOK_SLOW))) {
            Thread.sleep(SLOW);
        } else if (card.equals(Optional.of(CardToken.TOK_TIMEOUT))) {
            Thread.sleep(UNTIL_DROPPED);
            return new Answer.None();
        }
        return answer;
    }

    /** What refunds give back to; captures and voids are quick and name no card. */
    private Optional<CardToken> cardOf(OperationRequest operation) {
        return operation.operation() == Operation.Kind.REFUND
                ? ledger.cardOf(operation.orderId())
                : CardToken.of(operation.token());
    }

    private Answer ledger(Request request) {
        Stream<Operation> operations =
                request.parameter("orderId").map(ledger::of).orElseGet(ledger::all);
        return Answer.items(operations.map(Operation::entry));
    }
}

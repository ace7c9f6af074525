package io.fulfilment.payment.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.CardGateway;
import io.fulfilment.payment.application.GatewayAnswer;
import io.fulfilment.payment.application.GatewayAnswer.Known;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.application.GatewaySettings;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.Outcome.Performed;
import io.fulfilment.payment.domain.Outcome.Refused;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResilientCardGatewayTest {

    private final FakeGateway fake = new FakeGateway();
    private final CardGateway gateway = gatewayAt(fake.url());
    private final OrderId order = new OrderId(UUID.randomUUID());

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void hasTheOperationPerformed() {
        assertThat(gateway.perform(authorize("tok_ok", 0))).isEqualTo(new Known(new Performed()));
        assertThat(fake.ledger(order.toString())).containsExactly("AUTHORIZE SUCCEEDED");
        assertThat(fake.requests(order.toString())).containsExactly("POST " + order + ":AUTHORIZE");
    }

    @Test
    void passesOnWhyACardIsDeclined() {
        assertThat(gateway.perform(authorize("tok_declined", 0))).isEqualTo(new Known(new Refused("no cover")));
    }

    @Test
    void cleansWhatTheGatewayTells() {
        assertThat(gateway.perform(authorize("tok_garbled", 0))).isEqualTo(new Known(new Refused("no cover")));
    }

    @Test
    void takesNoOtherOperationForTheOneThatItAskedFor() {
        gateway.perform(authorize("tok_ok", 0));
        var more = new GatewayCall(
                order,
                Operation.AUTHORIZE,
                Operation.AUTHORIZE.gatewayKey(order),
                Money.of("20.00", "EUR"),
                "tok_ok",
                1,
                null);

        assertThat(gateway.perform(more)).isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void takesARequestThatTheGatewayDoesNotAcceptAsRefused() {
        assertThat(gateway.perform(authorize("tok_unreadable", 0)))
                .isEqualTo(new Known(new Refused("the gateway does not accept the request")));
    }

    @Test
    void looksUpWhatBecameOfACallWithoutAnAnswer() {
        assertThat(gateway.perform(authorize("tok_timeout", 0))).isEqualTo(new Known(new Performed()));
        assertThat(fake.requests(order.toString()))
                .containsExactly("POST " + order + ":AUTHORIZE", "GET " + order + ":AUTHORIZE");
        assertThat(fake.ledger(order.toString())).containsExactly("AUTHORIZE SUCCEEDED");
    }

    @Test
    void leavesTheOutcomeOpenWhereALookUpFindsNothing() {
        assertThat(gateway.perform(authorize("tok_flaky", 0))).isInstanceOf(GatewayAnswer.Unknown.class);
        assertThat(gateway.perform(authorize("tok_flaky", 1))).isInstanceOf(GatewayAnswer.Unknown.class);
        assertThat(gateway.perform(authorize("tok_flaky", 2))).isEqualTo(new Known(new Performed()));
        assertThat(fake.ledger(order.toString())).containsExactly("AUTHORIZE SUCCEEDED");
    }

    @Test
    void looksUpBeforeItRepeats() {
        gateway.perform(authorize("tok_ok", 0));

        assertThat(gateway.perform(authorize("tok_ok", 1))).isEqualTo(new Known(new Performed()));
        assertThat(fake.requests(order.toString()))
                .containsExactly("POST " + order + ":AUTHORIZE", "GET " + order + ":AUTHORIZE");
    }

    @Test
    void passesOnWhyAnUndoIsRefused() {
        gateway.perform(authorize("tok_declined", 0));

        assertThat(gateway.perform(call(Operation.VOID, null, 0))).isEqualTo(new Known(new Refused("no cover")));
    }

    @Test
    void passesOnWhyARefundIsRefused() {
        gateway.perform(authorize("tok_no_refund", 0));
        gateway.perform(call(Operation.CAPTURE, null, 0));

        assertThat(gateway.perform(call(Operation.REFUND, null, 0))).isEqualTo(new Known(new Refused("no refund")));
    }

    @Test
    void leavesARefundOpenThatTheGatewayDoesNotAccept() {
        gateway.perform(authorize("tok_unreadable_refund", 0));
        gateway.perform(call(Operation.CAPTURE, null, 0));

        assertThat(gateway.perform(call(Operation.REFUND, null, 0)))
                .isEqualTo(new GatewayAnswer.Unknown("the gateway does not accept the request"));
        assertThat(gateway.perform(call(Operation.REFUND, null, 1))).isInstanceOf(GatewayAnswer.Unknown.class);
        assertThat(fake.requests(order.toString()))
                .filteredOn(("POST " + order + ":REFUND")::equals)
                .hasSize(2);
    }

    @Test
    void survivesAGatewayThatIsDown() {
        fake.close();

        assertThat(gateway.perform(authorize("tok_ok", 0))).isInstanceOf(GatewayAnswer.Unknown.class);
    }

    @Test
    void stopsAskingAGatewayThatKeepsFailing() {
        fake.close();
        for (int call = 0; call < 40; call++) {
            gateway.perform(authorize("tok_ok", 1));
        }

        assertThat(gateway.perform(authorize("tok_ok", 1)))
                .isInstanceOfSatisfying(
                        GatewayAnswer.Unknown.class,
                        it -> assertThat(it.reason()).contains("OPEN"));
        assertThat(gateway.isOpen()).isFalse();
        // Nothing is resumed meanwhile, so it has to look by itself.
        await().until(gateway::isOpen);
    }

    private GatewayCall authorize(String token, int attempts) {
        return call(Operation.AUTHORIZE, token, attempts);
    }

    private GatewayCall call(Operation operation, @Nullable String token, int attempts) {
        return new GatewayCall(
                order, operation, operation.gatewayKey(order), Money.of("19.99", "EUR"), token, attempts, null);
    }

    private static CardGateway gatewayAt(URI url) {
        var settings = new GatewaySettings(
                url,
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                8,
                Duration.ofSeconds(5),
                Duration.ofMillis(100),
                Duration.ofMillis(10),
                Duration.ofMillis(50));
        var configuration = new GatewayConfiguration();
        return configuration.cardGateway(
                settings, ObservationRegistry.NOOP, configuration.circuitBreakers(), configuration.bulkheads(settings));
    }
}

package io.fulfilment.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.time.Instant;
import java.util.List;

/** A payment's history as a test tells it: given events, when instructed, then these events and this answer. */
public final class PaymentScenario {

    public static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    public static final OrderId ORDER = OrderId.of("0195a1f0-0000-7000-8000-000000000001");
    public static final PaymentId PAYMENT = PaymentId.of("0195a1f0-0000-7000-8000-000000000002");
    public static final PaymentTerms TERMS =
            new PaymentTerms(PAYMENT, ORDER, new CustomerId("alice"), Money.of("19.99", "EUR"));

    public static final Instruction AUTHORIZE = new Instruction.Authorize(TERMS);
    public static final Instruction CAPTURE = new Instruction.Capture();
    public static final Instruction VOID = new Instruction.Void(PaymentId.of("0195a1f0-0000-7000-8000-000000000003"));
    public static final Instruction REFUND =
            new Instruction.Refund(PaymentId.of("0195a1f0-0000-7000-8000-000000000003"));

    public static final StoredEvent AUTHORIZATION_REQUESTED = new StoredEvent.AuthorizationRequested(
            PAYMENT, ORDER, TERMS.customerId(), TERMS.amount(), ORDER + ":AUTHORIZE", AT);
    public static final StoredEvent GRANTED = new StoredEvent.AuthorizationGranted(AT);
    public static final StoredEvent DECLINED = new StoredEvent.AuthorizationDeclined("no cover", AT);
    public static final StoredEvent CAPTURE_REQUESTED = new StoredEvent.CaptureRequested(ORDER + ":CAPTURE", AT);
    public static final StoredEvent CAPTURED = new StoredEvent.CapturePerformed(AT);
    public static final StoredEvent CAPTURE_DECLINED = new StoredEvent.CaptureDeclined("expired", AT);
    public static final StoredEvent VOID_REQUESTED = new StoredEvent.VoidRequested(ORDER + ":VOID", AT);
    public static final StoredEvent VOIDED = new StoredEvent.VoidPerformed(AT);
    public static final StoredEvent RETURN_REQUESTED = new StoredEvent.ReturnRequested(ORDER + ":VOID", AT);
    public static final StoredEvent VOID_DECLINED = new StoredEvent.VoidDeclined("lapsed", AT);
    public static final StoredEvent REFUND_REQUESTED = new StoredEvent.RefundRequested(ORDER + ":REFUND", AT);
    public static final StoredEvent REFUNDED = new StoredEvent.RefundPerformed(AT);
    public static final StoredEvent REFUND_DECLINED = new StoredEvent.RefundDeclined("no refund", AT);
    public static final StoredEvent FORESTALLED =
            new StoredEvent.AuthorizationForestalled(((Instruction.Void) VOID).newId(), ORDER, AT);

    private final PaymentState before;
    private final Instruction instruction;

    private PaymentScenario(PaymentState before, Instruction instruction) {
        this.before = before;
        this.instruction = instruction;
    }

    static Given given(StoredEvent... history) {
        return new Given(PaymentHistory.fold(List.of(history)));
    }

    static Instruction performed(Operation operation) {
        return new Instruction.Settle(operation, new Outcome.Performed());
    }

    static Instruction refused(Operation operation, String reason) {
        return new Instruction.Settle(operation, new Outcome.Refused(reason));
    }

    record Given(PaymentState state) {
        PaymentScenario when(Instruction instruction) {
            return new PaymentScenario(state, instruction);
        }
    }

    Then then(StoredEvent... expected) {
        List<StoredEvent> events = PaymentDecider.decide(before, ORDER, instruction, AT);
        assertThat(events).containsExactly(expected);
        return new Then(PaymentHistory.fold(before, events));
    }

    Then thenNothing() {
        return then();
    }

    void thenIllegal() {
        assertThatExceptionOfType(IllegalInstruction.class)
                .isThrownBy(() -> PaymentDecider.decide(before, ORDER, instruction, AT));
    }

    record Then(PaymentState state) {
        Then answers(Operation asked, Answer answer) {
            assertThat(Answer.to(asked, state)).isEqualTo(answer);
            return this;
        }

        Then needs(Operation operation) {
            assertThat(GatewayNeed.of(state)).contains(operation);
            return this;
        }

        Then needsNothing() {
            assertThat(GatewayNeed.of(state)).isEmpty();
            return this;
        }
    }
}

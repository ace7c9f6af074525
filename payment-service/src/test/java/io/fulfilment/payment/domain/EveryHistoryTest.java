package io.fulfilment.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.payment.domain.PaymentState.AwaitingCapture;
import io.fulfilment.payment.domain.PaymentState.Captured;
import io.fulfilment.payment.domain.PaymentState.Capturing;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.RefundedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.ReturnRefused;
import io.fulfilment.payment.domain.PaymentState.Returning;
import io.fulfilment.payment.domain.PaymentState.Taken;
import io.fulfilment.payment.domain.PaymentState.Voidable;
import io.fulfilment.payment.domain.PaymentState.Voided;
import io.fulfilment.payment.domain.PaymentState.VoidedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.Voiding;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationForestalled;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationGranted;
import io.fulfilment.payment.domain.StoredEvent.ReturnRequested;
import io.fulfilment.payment.domain.StoredEvent.VoidRequested;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks every sequence of instructions and answers: duplicates, undo before do, late and repeated answers among them. */
class EveryHistoryTest {

    private static final int LENGTH = 6;
    private static final List<Instruction> ALPHABET = List.of(
            PaymentScenario.AUTHORIZE,
            PaymentScenario.CAPTURE,
            PaymentScenario.VOID,
            PaymentScenario.performed(Operation.AUTHORIZE),
            PaymentScenario.refused(Operation.AUTHORIZE, "no cover"),
            PaymentScenario.performed(Operation.CAPTURE),
            PaymentScenario.refused(Operation.CAPTURE, "expired"),
            PaymentScenario.performed(Operation.VOID),
            PaymentScenario.refused(Operation.VOID, "lapsed"),
            PaymentScenario.REFUND,
            PaymentScenario.performed(Operation.REFUND),
            PaymentScenario.refused(Operation.REFUND, "no refund"));

    private int histories;

    @Test
    void keepsThePromisesWhateverComes() {
        walk(List.of(), EnumSet.noneOf(Operation.class), LENGTH);

        assertThat(histories).isGreaterThan(100_000);
    }

    private void walk(List<StoredEvent> history, Set<Operation> asked, int left) {
        histories++;
        PaymentState state = PaymentHistory.fold(history);
        promisesHold(history, asked, state);
        if (left == 0) {
            return;
        }
        for (Instruction instruction : ALPHABET) {
            if (possible(state, instruction)) {
                var longer = new ArrayList<>(history);
                longer.addAll(PaymentDecider.decide(state, PaymentScenario.ORDER, instruction, PaymentScenario.AT));
                walk(longer, with(asked, instruction), left - 1);
            }
        }
    }

    /** What fails loudly changes nothing: VoidTest sees to that. */
    private static boolean possible(PaymentState state, Instruction instruction) {
        return !(instruction instanceof Instruction.Void)
                || switch (state) {
                    case AwaitingCapture _, Taken _, RefundedWhileAuthorizing _, Returning _, ReturnRefused _ -> false;
                    case NotRequested _, Voidable _, VoidedWhileAuthorizing _, Voiding _, Voided _, Declined _ -> true;
                    case Forestalled _ -> true;
                };
    }

    private static Set<Operation> with(Set<Operation> asked, Instruction instruction) {
        var more = EnumSet.noneOf(Operation.class);
        more.addAll(asked);
        switch (instruction) {
            case Instruction.Authorize _ -> more.add(Operation.AUTHORIZE);
            case Instruction.Capture _ -> more.add(Operation.CAPTURE);
            case Instruction.Void _ -> more.add(Operation.VOID);
            case Instruction.Refund _ -> more.add(Operation.REFUND);
            case Instruction.Settle _ -> {}
        }
        return more;
    }

    private static void promisesHold(List<StoredEvent> history, Set<Operation> asked, PaymentState state) {
        assertThat(history).hasSizeLessThanOrEqualTo(7);
        assertThat(history.stream().map(Object::getClass)).doesNotHaveDuplicates();
        if (!history.isEmpty() && history.getFirst() instanceof AuthorizationForestalled) {
            assertThat(history).hasSize(1);
        }
        if (state instanceof Taken) {
            assertThat(history).hasAtLeastOneElementOfType(AuthorizationGranted.class);
            assertThat(history).doesNotHaveAnyElementsOfTypes(VoidRequested.class, ReturnRequested.class);
        }
        if (asked.contains(Operation.REFUND)) {
            assertThat(state).isNotInstanceOfAny(Voidable.class, Capturing.class, Captured.class);
        }
        // Whoever asked is answered, or waits for the one operation that is out.
        for (Operation operation : asked) {
            if (Answer.to(operation, state) instanceof Answer.NotYet) {
                assertThat(GatewayNeed.of(state)).isPresent();
            }
        }
    }
}

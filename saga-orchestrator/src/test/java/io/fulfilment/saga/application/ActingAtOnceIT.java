package io.fulfilment.saga.application;

import static io.fulfilment.saga.engine.OperatorAct.RESUME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentReply.CapturePaymentSucceeded;
import io.fulfilment.saga.application.OperatingSagas.Outcome;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({UseCases.class, ParkedSagas.class})
class ActingAtOnceIT {

    @Autowired
    ParkedSagas sagas;

    @Autowired
    OperatingSagas operating;

    @Autowired
    AdvancingSagas advancing;

    /** Each retry would be allowed after the other. */
    @RepeatedTest(5)
    void ofTwoOperatorsWhoHaveSeenTheSameOneActs() {
        var saga = sagas.one("both look");
        int seen = version(saga);
        var outcomes = atOnce(
                () -> act(saga, OperatorAct.RETRY, "olivia", seen), () -> act(saga, OperatorAct.RETRY, "oscar", seen));
        assertThat(outcomes).containsExactlyInAnyOrder(Outcome.DONE, Outcome.MOVED_ON);
        assertThat(saga.sent(CapturePayment.class)).hasSize(2);
        assertThat(version(saga)).isEqualTo(seen + 1);
    }

    @RepeatedTest(5)
    void anActOnWhatWasSeenLosesToAReplyOrGoesBeforeIt() {
        var saga = sagas.one("a late reply comes");
        int seen = version(saga);
        var reply = saga.answerTo(CapturePayment.class, CapturePaymentSucceeded::new);
        var outcome = atOnce(() -> act(saga, RESUME, "olivia", seen), () -> {
                    advancing.handle(List.of(reply));
                    return Outcome.DONE;
                })
                .getFirst();
        assertThat(saga.sent(DispatchStock.class)).hasSize(1);
        assertThat(outcome).isIn(Outcome.DONE, Outcome.MOVED_ON);
        assertThat(String.valueOf(saga.column("state")).contains("SETTLED")).isEqualTo(outcome == Outcome.DONE);
    }

    @Test
    void whatIsSaidOfNoVersionIsJudgedByTheSagaAsItStands() {
        var saga = sagas.one("again and again");
        assertThat(act(saga, OperatorAct.RETRY, "olivia", null)).isEqualTo(Outcome.DONE);
        assertThat(act(saga, OperatorAct.RETRY, "oscar", null)).isEqualTo(Outcome.DONE);
        assertThat(act(saga, OperatorAct.RETRY, "oscar", version(saga) - 1)).isEqualTo(Outcome.MOVED_ON);
        assertThat(act(saga, OperatorAct.COMPENSATE, "oscar", version(saga))).isEqualTo(Outcome.NOT_NOW);
    }

    private Outcome act(Talk saga, OperatorAct act, String by, @Nullable Integer version) {
        return operating.act(saga.saga().value(), new OperatorActed(act, by, "because"), version);
    }

    private static int version(Talk saga) {
        return Integer.parseInt(String.valueOf(saga.column("version")));
    }

    private static List<Outcome> atOnce(Supplier<Outcome> one, Supplier<Outcome> other) {
        var ready = new Phaser(2);
        var racing = Stream.of(one, other)
                .map(racer -> CompletableFuture.supplyAsync(() -> {
                    ready.arriveAndAwaitAdvance();
                    return racer.get();
                }))
                .toList();
        return racing.stream().map(CompletableFuture::join).toList();
    }
}

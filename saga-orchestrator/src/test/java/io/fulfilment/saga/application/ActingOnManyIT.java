package io.fulfilment.saga.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentReply.CapturePaymentSucceeded;
import io.fulfilment.saga.application.ActingOnMany.Extent;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.query.LogLine;
import io.fulfilment.saga.query.SagaAct;
import io.fulfilment.saga.query.SagaAct.State;
import io.fulfilment.saga.query.SagaActViews;
import io.fulfilment.saga.query.SagaViews;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({UseCases.class, ParkedSagas.class})
class ActingOnManyIT {

    @Autowired
    ParkedSagas sagas;

    @Autowired
    ActingOnMany acting;

    @Autowired
    PerformingActs performing;

    @Autowired
    SagaActViews acts;

    @Autowired
    SagaViews views;

    @Autowired
    OperatingSagas operating;

    @Autowired
    JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();

    @AfterEach
    void leaveNothingToDo() {
        perform();
    }

    @Test
    void tellsHowManyMatchAndHowManyAllowIt() {
        sagas.multiply(sagas.one(mark), 501);
        var filter = ParkedSagas.with(mark);
        assertThat(acting.extent(OperatorAct.RESUME, filter)).isEqualTo(new Extent(501, 501));
        assertThat(acting.extent(OperatorAct.COMPENSATE, filter)).isEqualTo(new Extent(501, 0));
        jdbc.sql("UPDATE saga_instance SET definition_version = 99 WHERE saga_id = ?")
                .param(views.find(filter, null, 1).getFirst().sagaId())
                .update();
        assertThat(acting.extent(OperatorAct.RESUME, filter)).isEqualTo(new Extent(501, 500));
        jdbc.sql("DELETE FROM saga_instance WHERE definition_version = 99").update();
    }

    @Test
    void doesNothingIfMoreMatchThanAreExpected() {
        sagas.multiply(sagas.one(mark), 3);
        long acted = acts.list(Long.MAX_VALUE, 1_000).size();
        assertThat(acting.begin(act(OperatorAct.RETRY), ParkedSagas.with(mark), 2))
                .isEmpty();
        assertThat(acts.list(Long.MAX_VALUE, 1_000)).hasSize((int) acted);
        assertThat(begin(OperatorAct.RETRY, 3).matched()).isEqualTo(3);
    }

    @Test
    void goesToThoseThatMatchedAndHaveNotMovedOn() {
        var waiting = sagas.one(mark);
        var answered = sagas.one(mark);
        var retried = sagas.one(mark);
        var begun = begin(OperatorAct.RETRY, 10);
        var late = sagas.one(mark);
        answered.answer(CapturePayment.class, CapturePaymentSucceeded::new);
        operating.act(retried.saga().value(), new OperatorActed(OperatorAct.RETRY, "oscar", "me first"), null);
        perform();
        assertThat(waiting.sent(CapturePayment.class)).hasSize(2);
        assertThat(answered.sent(DispatchStock.class)).hasSize(1);
        assertThat(retried.sent(CapturePayment.class)).hasSize(2);
        assertThat(late.sent(CapturePayment.class)).hasSize(1);
        assertThat(acts.find(begun.id())).hasValueSatisfying(act -> {
            assertThat(act.status()).isEqualTo(State.DONE);
            assertThat(act.matched()).isEqualTo(3);
            assertThat(act.done()).isEqualTo(1);
            assertThat(act.skipped()).isEqualTo(2);
            assertThat(act.filter()).isEqualTo(ParkedSagas.with(mark));
        });
        assertThat(views.find(waiting.saga().value()).orElseThrow().log())
                .filteredOn(line -> line.by() != null)
                .extracting(LogLine::by, LogLine::text)
                .containsExactly(tuple("olivia", "RETRY: all of them"));
    }

    @Test
    void skipsWhatDoesNotAllowIt() {
        var saga = sagas.one(mark);
        var version = saga.column("version");
        var begun = begin(OperatorAct.COMPENSATE, 1);
        perform();
        assertThat(acts.find(begun.id()).orElseThrow().skipped()).isEqualTo(1);
        assertThat(saga.column("version")).isEqualTo(version);
    }

    @Test
    void leavesAloneWhatWaitsWhenItIsStopped() {
        sagas.multiply(sagas.one(mark), 3);
        var begun = begin(OperatorAct.RETRY, 3);
        performing.perform(performing.next(1).orElseThrow());
        acting.stop(begun.id(), "oscar", "that will do");
        perform();
        var stopped = acts.find(begun.id()).orElseThrow();
        assertThat(stopped.status()).isEqualTo(State.STOPPED);
        assertThat(stopped.done()).isEqualTo(1);
        assertThat(stopped.stopped()).isEqualTo(2);
        assertThat(stopped.stop()).satisfies(stop -> {
            assertThat(stop.by()).isEqualTo("oscar");
            assertThat(stop.reason()).isEqualTo("that will do");
        });
        acting.stop(begun.id(), "olivia", null);
        assertThat(acts.find(begun.id())).hasValue(stopped);
    }

    @Test
    void whatIsOverIsNotStopped() {
        var begun = begin(OperatorAct.RETRY, 0);
        acting.stop(begun.id(), "oscar", null);
        assertThat(acts.find(begun.id()))
                .hasValue(begun)
                .get()
                .satisfies(act -> assertThat(act.status()).isEqualTo(State.DONE));
    }

    @Test
    void whatWasClaimedBeforeIsNotDoneTwice() {
        var saga = sagas.one(mark);
        begin(OperatorAct.RETRY, 1);
        var batch = performing.next(10).orElseThrow();
        performing.perform(batch);
        performing.perform(batch);
        assertThat(saga.sent(CapturePayment.class)).hasSize(2);
        assertThat(acts.find(batch.act()).orElseThrow().done()).isEqualTo(1);
    }

    private SagaAct begin(OperatorAct act, int expected) {
        long id = acting.begin(act(act), ParkedSagas.with(mark), expected).orElseThrow();
        return acts.find(id).orElseThrow();
    }

    private static OperatorActed act(OperatorAct act) {
        return new OperatorActed(act, "olivia", "all of them");
    }

    private void perform() {
        performing.next(100).ifPresent(performing::perform);
    }
}

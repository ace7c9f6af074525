package io.fulfilment.saga.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.order.OrderReply.RejectOrderSucceeded;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentReply.CapturePaymentSucceeded;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.SagaSummary;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.saga.query.SagaViews.Position;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({UseCases.class, ParkedSagas.class})
class SearchingSagasIT {

    @Autowired
    ParkedSagas sagas;

    @Autowired
    SagaViews views;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "Card-" + UUID.randomUUID() + " 100%";

    @Test
    void findsByWhyItIsParkedInUpperOrLowerCase() {
        var parked = sagas.one(mark);
        assertThat(find(ParkedSagas.with(mark.toUpperCase(Locale.ROOT))))
                .singleElement()
                .satisfies(saga -> {
                    assertThat(saga.orderId()).isEqualTo(parked.order().value());
                    assertThat(saga.step()).isEqualTo("capture-payment");
                    assertThat(saga.error()).isEqualTo("refused: " + mark);
                    assertThat(saga.version()).isEqualTo(parked.column("version"));
                    assertThat(saga.cancelled()).isFalse();
                    assertThat(saga.endedAt()).isNull();
                });
        assertThat(find(ParkedSagas.with(mark.replace("100%", "%")))).isEmpty();
        assertThat(find(ParkedSagas.with(mark.replace('-', '_')))).isEmpty();
    }

    @Test
    void findsByWhyItWasUndone() {
        var undone = sagas.talk()
                .start()
                .answer(ReserveStock.class, (saga, order) -> new ReserveStockRefused(saga, order, mark));
        assertThat(find(error(mark)))
                .singleElement()
                .extracting(SagaSummary::status, SagaSummary::error)
                .containsExactly(Status.COMPENSATING, "OUT_OF_STOCK: " + mark);
        undone.answer(RejectOrder.class, RejectOrderSucceeded::new);
        assertThat(undone.column("error")).isEqualTo("OUT_OF_STOCK: " + mark);
    }

    @Test
    void forgetsTheErrorOfWhatGoesOn() {
        var parked = sagas.one(mark);
        assertThat(parked.column("error")).isNotNull();
        parked.answer(CapturePayment.class, CapturePaymentSucceeded::new);
        assertThat(parked.column("error")).isNull();
        assertThat(find(error(mark))).isEmpty();
    }

    @Test
    void whatCannotBeIsNotFound() {
        sagas.one(mark);
        assertThat(find(new SagaFilter(Set.of(Status.RUNNING, Status.COMPLETED), null, null, null, null, null, mark)))
                .isEmpty();
    }

    @Test
    void findsByStepAndStatusesAndTime() {
        var reserving = sagas.talk().start();
        var paying = sagas.talk().start().answer(ReserveStock.class, ReserveStockSucceeded::new);
        var order = paying.order().value();
        assertThat(find(new SagaFilter(Set.of(), null, null, "authorize-payment", null, null, null)))
                .extracting(SagaSummary::orderId)
                .contains(order)
                .doesNotContain(reserving.order().value());
        assertThat(find(of(order, Set.of(Status.PARKED, Status.RUNNING)))).hasSize(1);
        assertThat(find(of(order, Set.of(Status.PARKED, Status.COMPLETED)))).isEmpty();
        var started = find(of(order, Set.of())).getFirst().startedAt();
        var later = started.plus(Duration.ofNanos(1_000));
        assertThat(find(new SagaFilter(Set.of(), null, order, null, started, later, null)))
                .hasSize(1);
        assertThat(find(new SagaFilter(Set.of(), null, order, null, later, null, null)))
                .isEmpty();
        assertThat(find(new SagaFilter(Set.of(), null, order, null, null, started, null)))
                .isEmpty();
    }

    @Test
    void listsTheNewestFirstWhateverTheirStatus() {
        sagas.multiply(sagas.one(mark), 5);
        jdbc.sql("UPDATE saga_instance SET type = ? WHERE error = ?")
                .params(mark, "refused: " + mark)
                .update();
        jdbc.sql("""
                UPDATE saga_instance SET status = 'COMPLETED', step = NULL, ended_at = now()
                WHERE saga_id IN (SELECT saga_id FROM saga_instance WHERE type = ? ORDER BY saga_id::text LIMIT 3)
                """).param(mark).update();
        var filter = new SagaFilter(Set.of(), mark, null, null, null, null, null);
        var all = views.find(filter, null, 10);
        assertThat(all)
                .hasSize(5)
                .isSortedAccordingTo(Comparator.comparing(SagaSummary::startedAt)
                        .thenComparing(saga -> saga.sagaId().toString())
                        .reversed());
        assertThat(views.find(filter, null, 2)).isEqualTo(all.subList(0, 2));
        var place = new Position(all.get(1).startedAt(), all.get(1).sagaId());
        assertThat(views.find(filter, place, 2)).isEqualTo(all.subList(2, 4));
    }

    private List<SagaSummary> find(SagaFilter filter) {
        return views.find(filter, null, 1_000);
    }

    private static SagaFilter error(String text) {
        return new SagaFilter(Set.of(), null, null, null, null, null, text);
    }

    private static SagaFilter of(UUID order, Set<Status> statuses) {
        return new SagaFilter(statuses, null, order, null, null, null, null);
    }
}

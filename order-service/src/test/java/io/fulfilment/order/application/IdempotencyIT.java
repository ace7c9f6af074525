package io.fulfilment.order.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.order.domain.Basket;
import io.fulfilment.order.domain.OrderRefused.UnknownProducts;
import io.fulfilment.order.domain.Placement;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceIT
class IdempotencyIT {

    private static final CustomerId ADA = new CustomerId("ada");
    private static final Sku LAMP = new Sku("LAMP");

    private final PlaceOrder placeOrder;
    private final IdempotentRequests requests;
    private final PriceList priceList;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final String key = UUID.randomUUID().toString();

    @Autowired
    IdempotencyIT(
            PlaceOrder placeOrder,
            IdempotentRequests requests,
            PriceList priceList,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.placeOrder = placeOrder;
        this.requests = requests;
        this.priceList = priceList;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void price() {
        priceList.put(List.of(new PricedProduct(LAMP, "Lamp", Money.of("19.99", "EUR"))));
    }

    @Test
    void givesTheFirstAnswerAgainWhateverBecameOfThePrice() {
        Answer first = placeOrder.handle(keyOf(ADA), placement(2, LAMP));
        priceList.put(List.of(new PricedProduct(LAMP, "Dear lamp", Money.of("99.99", "EUR"))));
        assertThat(placeOrder.handle(keyOf(ADA), placement(2, LAMP))).isEqualTo(first);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherContent() {
        placeOrder.handle(keyOf(ADA), placement(2, LAMP));
        assertThatExceptionOfType(IdempotencyRefused.KeyReused.class)
                .isThrownBy(() -> placeOrder.handle(keyOf(ADA), placement(3, LAMP)));
    }

    @Test
    void knowsTheSameKeyOfTwoCustomersApart() {
        Answer ada = placeOrder.handle(keyOf(ADA), placement(2, LAMP));
        Answer bob = placeOrder.handle(keyOf(new CustomerId("bob")), placement(2, LAMP));
        assertThat(bob.orderId()).isNotEqualTo(ada.orderId());
    }

    @Test
    void doesNotWaitForTheFirstRequest() {
        transaction.executeWithoutResult(first -> {
            placeOrder.handle(keyOf(ADA), placement(2, LAMP));
            assertThatExceptionOfType(IdempotencyRefused.InProgress.class)
                    .isThrownBy(() -> elsewhere(() -> placeOrder.handle(keyOf(ADA), placement(2, LAMP))));
        });
    }

    /** Two transactions may both have looked before either answered; then the constraint decides. */
    @Test
    void answersOnceEvenIfTheLookWasTooEarly() {
        transaction.executeWithoutResult(slower -> {
            assertThat(requests.claim(keyOf(ADA))).isEqualTo(new IdempotentRequests.Claim.Granted());
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(faster -> keepAnswer()))
                    .join();
            assertThatExceptionOfType(IdempotencyRefused.InProgress.class).isThrownBy(this::keepAnswer);
            slower.setRollbackOnly();
        });
    }

    @Test
    void leavesNothingBehindOfARefusedRequest() {
        Sku later = new Sku("LATER-" + key);
        assertThatExceptionOfType(UnknownProducts.class)
                .isThrownBy(() -> placeOrder.handle(keyOf(ADA), placement(1, later)));
        priceList.put(List.of(new PricedProduct(later, "Novelty", Money.of("5.00", "EUR"))));
        assertThat(placeOrder.handle(keyOf(ADA), placement(1, later)).body()).contains("Novelty");
    }

    @Test
    void placesOneOrderHoweverManyAskAtOnce() throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> request = () -> placeOrder.handle(keyOf(ADA), placement(2, LAMP));
            for (Future<Answer> outcome : threads.invokeAll(Collections.nCopies(32, request))) {
                switch (outcome.state()) {
                    case SUCCESS -> answers.add(outcome.resultNow());
                    case FAILED -> assertThat(outcome.exceptionNow()).isInstanceOf(IdempotencyRefused.InProgress.class);
                    case RUNNING, CANCELLED -> throw new AssertionError(outcome);
                }
            }
        }
        assertThat(answers).isNotEmpty().allMatch(answers.getFirst()::equals);
        assertThat(orders()).isEqualTo(1);
    }

    private void keepAnswer() {
        var answer = new Answer(new OrderId(UUID.randomUUID()), "{}");
        requests.keep(keyOf(ADA), Fingerprint.of(placement(2, LAMP)), answer);
    }

    private long orders() {
        return jdbc.sql("SELECT count(*) FROM orders WHERE email = ?")
                .param(email())
                .query(Long.class)
                .single();
    }

    private IdempotencyKey keyOf(CustomerId customer) {
        return new IdempotencyKey(customer, key);
    }

    private Placement placement(int quantity, Sku sku) {
        return new Placement(
                ADA,
                new Basket(List.of(new StockLine(sku, new Quantity(quantity)))),
                new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"),
                email(),
                new ShippingAddress("Ada", "Street 1", "London", "N1", "GB"));
    }

    private String email() {
        return key + "@example.com";
    }

    private static <T> T elsewhere(Callable<T> action) throws Exception {
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            return thread.submit(action).get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }
}

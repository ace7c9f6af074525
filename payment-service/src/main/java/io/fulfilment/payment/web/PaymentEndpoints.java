package io.fulfilment.payment.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.payment.query.PaymentHistoryAt;
import io.fulfilment.payment.query.PaymentQueries;
import io.fulfilment.payment.query.PaymentView;
import io.fulfilment.payment.query.PaymentViews.Criteria;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's own payments; to operators, everybody's. */
@RestController
@RequestMapping(path = "/payments", produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentEndpoints {

    private final PaymentQueries payments;
    private final Clock clock;

    PaymentEndpoints(PaymentQueries payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** Newest first. */
    @GetMapping
    Page<PaymentView> find(@RequestParam(required = false) @Nullable OrderId orderId, PageQuery page, Caller caller) {
        PaymentId before =
                page.after() == null ? null : new PaymentId(page.after().uuid(0));
        var criteria = new Criteria(customerOf(caller), orderId, before);
        return Page.of(
                payments.find(criteria, page.limit()),
                page,
                it -> Cursor.of(it.paymentId().value()));
    }

    @GetMapping("/{paymentId}")
    PaymentView payment(@PathVariable PaymentId paymentId, Caller caller) {
        return payments.find(paymentId, customerOf(caller))
                .orElseThrow(() -> Problem.notFound().asException());
    }

    /** Its history up to an instant, by default now. */
    @GetMapping("/{paymentId}/history")
    PaymentHistoryAt history(
            @PathVariable PaymentId paymentId, @RequestParam(required = false) @Nullable Instant at, Caller caller) {
        return payments.history(paymentId, customerOf(caller), at == null ? clock.instant() : at)
                .orElseThrow(() -> Problem.notFound().asException());
    }

    private static @Nullable CustomerId customerOf(Caller caller) {
        return caller.operator() ? null : new CustomerId(caller.subject());
    }
}

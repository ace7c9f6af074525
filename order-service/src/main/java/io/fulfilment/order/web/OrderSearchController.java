package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.order.query.OrderSearch;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.order.query.OrderViews;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderSearchController {

    private final OrderViews views;

    OrderSearchController(OrderViews views) {
        this.views = views;
    }

    /** The caller's own orders, newest first; an operator sees everybody's. */
    @GetMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<OrderView> orders(Caller caller, @ParameterObject @Valid @ModelAttribute OrderQuery query, PageQuery page) {
        var found = views.find(new OrderSearch(
                whose(caller, query.customer()),
                query.status(),
                query.product(),
                query.placed(),
                query.position(page.after()),
                page.limit()));
        return Page.of(
                found,
                page,
                order -> Cursor.of(order.placedAt(), order.orderId().value()));
    }

    private static @Nullable CustomerId whose(Caller caller, @Nullable CustomerId asked) {
        if (caller.operator()) {
            return asked;
        }
        if (asked != null) {
            throw Problem.of(ProblemType.FORBIDDEN, "customerId is for operators")
                    .asException();
        }
        return new CustomerId(caller.subject());
    }
}

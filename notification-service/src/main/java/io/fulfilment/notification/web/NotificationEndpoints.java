package io.fulfilment.notification.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.notification.query.NotificationQueries;
import io.fulfilment.notification.query.NotificationQueries.Place;
import io.fulfilment.notification.query.NotificationView;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a customer has been told; to operators, what everybody has. */
@RestController
class NotificationEndpoints {

    private final NotificationQueries notifications;

    NotificationEndpoints(NotificationQueries notifications) {
        this.notifications = notifications;
    }

    /** Of the newest orders first. */
    @GetMapping(path = "/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<NotificationView> find(
            @RequestParam(required = false) @Nullable OrderId orderId, PageQuery page, Caller caller) {
        CustomerId customer = caller.operator() ? null : new CustomerId(caller.subject());
        Cursor after = page.after();
        Place before = after == null ? null : new Place(after.uuid(0), after.text(1));
        return Page.of(
                notifications.find(customer, orderId, before, page.limit()),
                page,
                it -> Cursor.of(it.orderId().value(), it.kind()));
    }
}

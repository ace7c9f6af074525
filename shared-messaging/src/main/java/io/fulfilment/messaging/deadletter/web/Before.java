package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.web.paging.PageQuery;

/** Where a page begins in a list that has the latest first. */
final class Before {

    private Before() {}

    static long of(PageQuery page) {
        var after = page.after();
        return after == null ? Long.MAX_VALUE : after.number(0);
    }
}

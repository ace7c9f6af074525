package io.fulfilment.notification.application;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.RejectionReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells.
 *
 * @param reason only of a rejection
 */
public record MailContent(
        List<OrderLine> lines, Money total, @Nullable RejectionReason reason) {

    public MailContent {
        lines = List.copyOf(lines);
    }
}

package io.fulfilment.messaging.deadletter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fulfilment.messaging.deadletter.Act;
import io.fulfilment.messaging.deadletter.DeadLetterSummary;
import io.fulfilment.messaging.deadletter.DeadLetterWhole;
import io.fulfilment.messaging.deadletter.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter, whole.
 *
 * @param body where it is JSON; otherwise {@code bodyBase64}
 */
record DeadLetterView(
        @JsonUnwrapped DeadLetterSummary summary,
        State state,
        boolean discarded,
        long before,
        long behind,
        List<DeadLetterWhole.Header> headers,
        @Nullable Object body,
        @Nullable String bodyBase64,
        @Nullable String stackTrace,
        List<Act> acts) {

    static DeadLetterView of(DeadLetterWhole letter) {
        var body = BodyView.of(letter.body());
        return new DeadLetterView(
                letter.summary(),
                letter.state(),
                letter.discarded(),
                letter.before(),
                letter.behind(),
                letter.headers(),
                body.json(),
                body.base64(),
                letter.stackTrace(),
                letter.acts());
    }
}

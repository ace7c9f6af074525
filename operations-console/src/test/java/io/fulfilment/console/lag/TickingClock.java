package io.fulfilment.console.lag;

import java.time.Duration;
import java.time.Instant;

/** Goes on when it is told to. */
public final class TickingClock implements Moments {

    private Moment now = new Moment(Instant.parse("2026-05-01T12:00:00Z"), Long.MAX_VALUE - 1_000_000_000);

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** As somebody does who corrects it: no time goes by. */
    public void set(Duration change) {
        now = new Moment(now.at().plus(change), now.nanos());
    }

    Instant instant() {
        return now.at();
    }

    @Override
    public Moment now() {
        return now;
    }
}

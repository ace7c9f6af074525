package io.fulfilment.console.lag;

import java.time.Duration;
import java.time.Instant;

/** What a look saw of one partition. */
record Sample(Moment moment, Offsets offsets) {

    Instant at() {
        return moment.at();
    }

    long committed() {
        return offsets.committed();
    }

    long end() {
        return offsets.end();
    }

    long lag() {
        return offsets.lag();
    }

    Duration since(Sample earlier) {
        return moment.since(earlier.moment);
    }

    /** Offsets only grow, unless the topic was made anew or the group was set back. */
    boolean follows(Sample earlier) {
        return end() >= earlier.end() && committed() >= earlier.committed();
    }
}

package io.fulfilment.saga.engine;

import org.jspecify.annotations.Nullable;

/**
 * How an instance has come to go the way that it goes.
 *
 * @param failure why it is compensated; null as long as it goes forward
 * @param cancelled whether what it is for is no longer wanted
 * @param imbalance what doesn't fit the end that it has, or is to have; null as long as everything does
 */
public record Course(
        @Nullable Failure failure,
        boolean cancelled,
        @Nullable String imbalance) {

    static final Course FORWARD = new Course(null, false, null);

    Course failing(Failure why) {
        return new Course(why, cancelled, imbalance);
    }

    Course cancel() {
        return new Course(failure, true, imbalance);
    }

    Course balance(@Nullable String finding) {
        return new Course(failure, cancelled, finding);
    }
}

package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sagas are meant: those that agree with all that is said.
 *
 * @param status one of these; empty for any
 * @param step at which it stands
 * @param startedFrom included
 * @param startedTo excluded
 * @param error a part of it, in upper or lower case
 */
public record SagaFilter(
        Set<Status> status,
        @Nullable String type,
        @Nullable UUID orderId,
        @Nullable String step,
        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,
        @Nullable String error) {

    private static final Set<Status> AT_A_STEP = EnumSet.of(Status.RUNNING, Status.COMPENSATING, Status.PARKED);
    private static final Set<Status> WITH_AN_ERROR = EnumSet.of(Status.COMPENSATING, Status.COMPENSATED, Status.PARKED);

    public SagaFilter {
        status = Set.copyOf(status);
    }

    /** All sagas in one of these statuses, or in any if there are none. */
    public static SagaFilter of(Set<Status> status) {
        return new SagaFilter(status, null, null, null, null, null, null);
    }

    /** Whether it leaves nothing out. */
    public boolean saysNothing() {
        return status.isEmpty()
                && Stream.of(type, orderId, step, startedFrom, startedTo, error).allMatch(Objects::isNull);
    }

    /** The statuses in which a saga can be that agrees. */
    public Set<Status> statuses() {
        return Arrays.stream(Status.values())
                .filter(each -> status.isEmpty() || status.contains(each))
                .filter(each -> step == null || AT_A_STEP.contains(each))
                .filter(each -> error == null || WITH_AN_ERROR.contains(each))
                .collect(Collectors.toUnmodifiableSet());
    }
}

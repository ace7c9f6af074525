package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;

/** The calls that are out: at most one for each order. */
public interface GatewayCalls {

    /** A call and who waits for its outcome. */
    record Awaited(GatewayCall call, List<Waiting> waiting) {}

    /** A call whose outcome is unknown, or not the one that is needed, to be taken up again after the delay. */
    record Postponed(GatewayCall call, String reason, Duration delay) {}

    /** Adds calls as already leased by the caller, who makes them after the commit. */
    void add(Collection<Awaited> calls);

    /**
     * Lets more commands wait for the calls that are out.
     *
     * @throws OptimisticLockingFailureException if one of the calls is settled meanwhile: decide again
     */
    void await(Map<OrderId, Waiting> waiting);

    /** Deletes calls, and tells who waited for each of those that were still there. */
    Map<OrderId, List<Waiting>> settle(Collection<GatewayCall> calls);

    void postpone(Collection<Postponed> calls);

    /** Leases calls anew that their caller is still making; what is settled or postponed meanwhile stays so. */
    void prolong(Collection<GatewayCall> calls);

    /** Leases calls that are due: those postponed, and those whose lease ran out because a process died. */
    List<GatewayCall> claimDue(int limit);
}

package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.retry.Halves;
import io.fulfilment.payment.application.GatewayCalls.Postponed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Has the answers to many calls recorded, and doesn't throw: a call whose answer can't be recorded is looked up again
 * when its lease runs out. One such answer doesn't keep the others from being recorded.
 */
@Component
class RecordAnswers {

    private static final Logger log = LoggerFactory.getLogger(RecordAnswers.class);
    private static final int CONFLICTS = 5;

    private final SettlePayments payments;
    private final GatewayCalls calls;
    private final Backoff backoff;

    RecordAnswers(SettlePayments payments, GatewayCalls calls, GatewaySettings settings) {
        this.payments = payments;
        this.calls = calls;
        this.backoff = settings.backoff();
    }

    /** @return the calls that are to be made next */
    List<GatewayCall> record(List<GatewayResult> results) {
        var known = new ArrayList<Answered>();
        var unknown = new ArrayList<Postponed>();
        for (GatewayResult result : results) {
            GatewayCall call = result.call();
            switch (result.answer()) {
                case GatewayAnswer.Known it -> known.add(new Answered(call, it.outcome()));
                case GatewayAnswer.Unknown it ->
                    unknown.add(new Postponed(call, it.reason(), backoff.after(call.attempts())));
            }
        }
        postpone(unknown);
        return settle(known);
    }

    private void postpone(List<Postponed> unknown) {
        try {
            if (!unknown.isEmpty()) {
                calls.postpone(unknown);
            }
        } catch (DataAccessException e) {
            log.warn("{} calls to the gateway wait for the end of their leases", unknown.size(), e);
        }
    }

    /** Of one order at a time only one answer: a late one, to a call that is settled, may come with that to the next. */
    private List<GatewayCall> settle(List<Answered> answers) {
        var first = new LinkedHashMap<OrderId, Answered>();
        var rest = new ArrayList<Answered>();
        for (Answered answer : answers) {
            if (first.putIfAbsent(answer.call().orderId(), answer) != null) {
                rest.add(answer);
            }
        }
        var next = new ArrayList<GatewayCall>();
        if (!first.isEmpty()) {
            next.addAll(settleTogether(List.copyOf(first.values())));
            next.addAll(settle(rest));
        }
        return next;
    }

    private List<GatewayCall> settleTogether(List<Answered> answers) {
        var next = new ArrayList<GatewayCall>();
        new Halves<Answered>(
                        some -> next.addAll(settleUnlessOutage(some)),
                        _ -> false,
                        (answer, fault) -> notRecorded(List.of(answer), fault))
                .work(answers);
        return next;
    }

    /** In an outage fewer would fare no better; the others are tried nevertheless. */
    private List<GatewayCall> settleUnlessOutage(List<Answered> answers) {
        try {
            return settle(answers, CONFLICTS);
        } catch (TransactionException
                | DataAccessResourceFailureException
                | TransientDataAccessResourceException
                | RecoverableDataAccessException e) {
            notRecorded(answers, e);
            return List.of();
        }
    }

    private static void notRecorded(List<Answered> answers, RuntimeException fault) {
        log.error("{} answers of the gateway not recorded; they will be looked up again", answers.size(), fault);
    }

    /** A command may have changed a payment meanwhile; what the answer means is then decided anew. */
    private List<GatewayCall> settle(List<Answered> answers, int conflicts) {
        try {
            return payments.settle(answers);
        } catch (DuplicateKeyException | ConcurrencyFailureException e) {
            if (conflicts == 0) {
                throw e;
            }
            return settle(answers, conflicts - 1);
        }
    }
}

package io.fulfilment.payment.application;

import static java.util.stream.Collectors.toMap;

import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentCommand.RefundPayment;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.payment.domain.Instruction;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.PaymentTerms;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Obeys commands in the transaction that records them as handled. The intent is stored and the command waits; the
 * gateway is called after the commit. A command whose outcome is known is answered at once.
 */
@Component
public class ObeyPaymentCommands {

    private final PaymentLedger ledger;
    private final FollowUps followUps;
    private final GatewayWorker worker;
    private final IdSource ids;

    ObeyPaymentCommands(PaymentLedger ledger, FollowUps followUps, GatewayWorker worker, IdSource ids) {
        this.ledger = ledger;
        this.followUps = followUps;
        this.worker = worker;
        this.ids = ids;
    }

    /** At most one command for each order. */
    public void authorize(List<Received<AuthorizePayment>> commands) {
        obey(commands.stream().map(this::asked).toList());
    }

    /** At most one command for each order. */
    public void capture(List<Received<CapturePayment>> commands) {
        obey(commands.stream()
                .map(command -> new Asked(
                        command.message().orderId(),
                        new Instruction.Capture(),
                        Waiting.of(Operation.CAPTURE, command),
                        null))
                .toList());
    }

    /** At most one command for each order. */
    public void undo(List<Received<VoidPayment>> commands) {
        obey(commands.stream()
                .map(command -> new Asked(
                        command.message().orderId(),
                        new Instruction.Void(new PaymentId(ids.next())),
                        Waiting.of(Operation.VOID, command),
                        null))
                .toList());
    }

    /** At most one command for each order. */
    public void refund(List<Received<RefundPayment>> commands) {
        obey(commands.stream()
                .map(command -> new Asked(
                        command.message().orderId(),
                        new Instruction.Refund(new PaymentId(ids.next())),
                        Waiting.of(Operation.REFUND, command),
                        null))
                .toList());
    }

    private Asked asked(Received<AuthorizePayment> command) {
        AuthorizePayment message = command.message();
        var terms =
                new PaymentTerms(new PaymentId(ids.next()), message.orderId(), message.customerId(), message.amount());
        return new Asked(
                message.orderId(),
                new Instruction.Authorize(terms),
                Waiting.of(Operation.AUTHORIZE, command),
                message.instrument().token());
    }

    private void obey(List<Asked> commands) {
        Map<OrderId, Asked> byOrder = commands.stream().collect(toMap(Asked::orderId, Function.identity()));
        List<Transition> transitions =
                ledger.advance(commands.stream().collect(toMap(Asked::orderId, Asked::instruction)));
        List<GatewayCall> calls = followUps.write(transitions.stream()
                .map(transition -> followUp(transition, byOrder))
                .toList());
        worker.startAfterCommit(calls);
    }

    private static FollowUp followUp(Transition transition, Map<OrderId, Asked> byOrder) {
        Asked asked = byOrder.get(transition.orderId());
        if (asked == null) {
            throw new IllegalStateException("not asked for: " + transition.orderId());
        }
        return new FollowUp(transition, List.of(asked.waiting()), asked.token());
    }
}

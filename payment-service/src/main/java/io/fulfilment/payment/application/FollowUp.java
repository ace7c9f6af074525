package io.fulfilment.payment.application;

import io.fulfilment.events.Message;
import io.fulfilment.messaging.Cause;
import io.fulfilment.payment.application.GatewayCalls.Awaited;
import io.fulfilment.payment.domain.Answer;
import io.fulfilment.payment.domain.Operation;
import io.fulfilment.payment.domain.PaymentState.Demanded;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen because of a transition: facts to publish, commands to answer, a call to make.
 *
 * @param waiting the commands that wait for this payment; the first one is the cause of what is published
 * @param token of the card, if this may lead to an authorisation
 */
record FollowUp(
        Transition transition,
        List<Waiting> waiting,
        @Nullable String token) {

    /** A message and its cause, before it has an id. */
    record Caused(Message message, Cause cause) {}

    Stream<Caused> messages() {
        return Stream.concat(facts(), replies());
    }

    /** The commands that can't be answered yet. */
    List<Waiting> unanswered() {
        return waiting.stream()
                .filter(command -> answerTo(command) instanceof Answer.NotYet)
                .toList();
    }

    Optional<Awaited> newCall() {
        return transition.newNeed().map(operation -> new Awaited(callFor(operation), unanswered()));
    }

    private Stream<Caused> facts() {
        return transition.events().stream()
                .flatMap(event -> ContractMessages.fact(event, transition.after()).stream())
                .map(fact -> new Caused(fact, waiting.getFirst().cause()));
    }

    private Stream<Caused> replies() {
        return waiting.stream()
                .flatMap(command -> ContractMessages.reply(transition.orderId(), command, answerTo(command)).stream()
                        .map(reply -> new Caused(reply, command.cause())));
    }

    private Answer answerTo(Waiting command) {
        return Answer.to(command.asked(), transition.after());
    }

    private GatewayCall callFor(Operation operation) {
        if (!(transition.after() instanceof Demanded payment)) {
            throw new IllegalStateException("nothing was demanded: " + transition);
        }
        return new GatewayCall(
                transition.orderId(),
                operation,
                operation.gatewayKey(transition.orderId()),
                payment.terms().amount(),
                operation == Operation.AUTHORIZE ? token : null,
                0,
                waiting.isEmpty() ? null : waiting.getFirst().cause());
    }
}

package io.fulfilment.saga.engine;

import io.fulfilment.events.Command;
import io.fulfilment.events.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A command, and what each answer to it means.
 *
 * @param <D> what the saga knows
 * @param <R> the sealed parent of the answers
 * @param name unique within the definition, and persisted with every instance
 * @param purpose for people: what the participant is asked to do
 * @param asking the command, from what the saga knows
 * @param meanings of each record under {@code replies}
 * @param condition without which the step is left out
 */
public record Exchange<D, R extends Reply>(
        String name,
        String purpose,
        Asking<D, ?> asking,
        Class<R> replies,
        Map<Class<? extends Reply>, Meaning<D>> meanings,
        RetryPolicy retries,
        Condition<D> condition) {

    public Exchange {
        meanings = Map.copyOf(meanings);
    }

    /** How the command is made. */
    public record Asking<D, C extends Command>(Class<C> type, Function<D, C> command) {}

    /** An exchange of which it isn't said yet what is expected. */
    public record Question<D>(String name, Asking<D, ?> asking) {

        /** It has to be given a {@linkplain Exchange#to purpose}, and a meaning for each possible answer. */
        public <R extends Reply> Exchange<D, R> expecting(Class<R> replies, RetryPolicy retries) {
            return new Exchange<>(name, "", asking, replies, Map.of(), retries, Condition.always());
        }
    }

    /** Begins the declaration of an exchange. */
    public static <D, C extends Command> Question<D> ask(String name, Class<C> type, Function<D, C> command) {
        return new Question<>(name, new Asking<>(type, command));
    }

    /** What the participant is asked to do, for people. */
    public Exchange<D, R> to(String doWhat) {
        return new Exchange<>(name, doWhat, asking, replies, meanings, retries, condition);
    }

    /** Leaves the step out unless this holds when its turn comes. */
    public Exchange<D, R> onlyIf(String text, Predicate<D> test) {
        if (text.isBlank()) {
            throw new InvalidDefinitionException(name + " doesn't say when it is left out");
        }
        return new Exchange<>(name, purpose, asking, replies, meanings, retries, new Condition<>(text, test));
    }

    /** This answer says that it is done. */
    public Exchange<D, R> success(Class<? extends R> type) {
        return success(type, (data, reply) -> data);
    }

    /** This answer says that it is done, and changes what the saga knows. */
    public <T extends R> Exchange<D, R> success(Class<T> type, BiFunction<D, T, D> learned) {
        return with(type, new Meaning.Success<>((data, reply) -> learned.apply(data, type.cast(reply))));
    }

    /** This answer is a definite no to this attempt: nothing was done for it, and nothing will be. */
    public <T extends R> Exchange<D, R> refusal(Class<T> type, Enum<?> reason, Function<T, String> detail) {
        return refusal(type, reason.name(), detail);
    }

    /** As {@link #refusal(Class, Enum, Function)}, with a reason that is no constant of the business. */
    public <T extends R> Exchange<D, R> refusal(Class<T> type, String reason, Function<T, String> detail) {
        return with(type, new Meaning.Refusal<>(reason, reply -> detail.apply(type.cast(reply))));
    }

    /** As {@link #refusal(Class, Enum, Function)}, where the reason makes no difference to what follows. */
    public <T extends R> Exchange<D, R> refusal(Class<T> type, Function<T, String> detail) {
        return refusal(type, Failure.REFUSED, detail);
    }

    private Exchange<D, R> with(Class<? extends R> type, Meaning<D> meaning) {
        var more = new HashMap<>(meanings);
        if (more.put(type, meaning) != null) {
            throw new InvalidDefinitionException(name + " gives " + type.getSimpleName() + " two meanings");
        }
        return new Exchange<>(name, purpose, asking, replies, more, retries, condition);
    }

    Command command(D data) {
        return asking.command().apply(data);
    }

    Meaning<D> meaningOf(Reply reply) {
        return meanings.getOrDefault(reply.getClass(), new Meaning.None<>());
    }

    /** What an answer means to the saga. */
    public sealed interface Meaning<D> {

        record Success<D>(BiFunction<D, Reply, D> learned) implements Meaning<D> {}

        /** @param reason a code; {@code detail} is for people */
        record Refusal<D>(String reason, Function<Reply, String> detail) implements Meaning<D> {

            /** Null where it makes no difference to what follows. */
            public @Nullable String reasonIfAny() {
                return reason.equals(Failure.REFUSED) ? null : reason;
            }
        }

        /** It answers something else. */
        record None<D>() implements Meaning<D> {}
    }
}

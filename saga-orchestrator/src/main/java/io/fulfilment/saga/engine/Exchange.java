package io.fulfilment.saga.engine;

import io.fulfilment.events.Command;
import io.fulfilment.events.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A command, and what each answer to it means.
 *
 * @param <D> what the saga knows
 * @param <R> the sealed parent of the answers
 * @param name unique within the definition, and persisted with every instance
 * @param meanings of each record under {@code replies}
 */
public record Exchange<D, R extends Reply>(
        String name,
        Function<D, ? extends Command> command,
        Class<R> replies,
        Map<Class<? extends Reply>, Meaning<D>> meanings,
        RetryPolicy retries) {

    public Exchange {
        meanings = Map.copyOf(meanings);
    }

    /** Begins the declaration of an exchange; it has to be given a meaning for each possible answer. */
    public static <D, R extends Reply> Exchange<D, R> ask(
            String name, Function<D, ? extends Command> command, Class<R> replies, RetryPolicy retries) {
        return new Exchange<>(name, command, replies, Map.of(), retries);
    }

    /** This answer says that it is done. */
    public Exchange<D, R> success(Class<? extends R> type) {
        return success(type, (data, reply) -> data);
    }

    /** This answer says that it is done, and changes what the saga knows. */
    public <T extends R> Exchange<D, R> success(Class<T> type, BiFunction<D, T, D> learned) {
        return with(type, new Meaning.Success<>((data, reply) -> learned.apply(data, type.cast(reply))));
    }

    /** This answer is a definite no: nothing was done, and nothing will be. */
    public <T extends R> Exchange<D, R> refusal(Class<T> type, Enum<?> reason, Function<T, String> detail) {
        return with(type, new Meaning.Refusal<>(reason.name(), reply -> detail.apply(type.cast(reply))));
    }

    /** As {@link #refusal(Class, Enum, Function)}, where the reason makes no difference to what follows. */
    public <T extends R> Exchange<D, R> refusal(Class<T> type, Function<T, String> detail) {
        return with(type, new Meaning.Refusal<>("REFUSED", reply -> detail.apply(type.cast(reply))));
    }

    private Exchange<D, R> with(Class<? extends R> type, Meaning<D> meaning) {
        var more = new HashMap<>(meanings);
        if (more.put(type, meaning) != null) {
            throw new InvalidDefinitionException(name + " gives " + type.getSimpleName() + " two meanings");
        }
        return new Exchange<>(name, command, replies, more, retries);
    }

    Meaning<D> meaningOf(Reply reply) {
        return meanings.getOrDefault(reply.getClass(), new Meaning.None<>());
    }

    /** What an answer means to the saga. */
    public sealed interface Meaning<D> {

        record Success<D>(BiFunction<D, Reply, D> learned) implements Meaning<D> {}

        /** @param reason a code; {@code detail} is for people */
        record Refusal<D>(String reason, Function<Reply, String> detail) implements Meaning<D> {}

        /** It answers something else. */
        record None<D>() implements Meaning<D> {}
    }
}

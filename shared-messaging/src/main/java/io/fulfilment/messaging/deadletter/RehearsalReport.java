package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.deadletter.Rehearsed.Result;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would become of dead letters if they were redriven now.
 *
 * @param keys that were tried
 * @param errors what they fail with, the most frequent first
 * @param items the first of them
 */
public record RehearsalReport(
        long keys, long passes, long fails, long notReached, List<ErrorCount> errors, List<Item> items) {

    private static final int MOST_ITEMS = 100;

    /** How many messages fail with an error. */
    public record ErrorCount(String error, long messages) {}

    /** One of them; named as in the list of dead letters. */
    public record Item(
            long id,
            @Nullable UUID messageId,
            String topic,
            @Nullable String key,
            @Nullable Long sequence,
            @Nullable String type,
            Result result,
            @Nullable String error) {

        private static Item of(Rehearsed rehearsed) {
            var letter = rehearsed.letter();
            return new Item(
                    letter.id(),
                    letter.messageId(),
                    letter.topic(),
                    letter.key(),
                    letter.sequence(),
                    letter.type(),
                    rehearsed.result(),
                    rehearsed.error());
        }
    }

    static RehearsalReport of(long keys, List<Rehearsed> rehearsed) {
        return new RehearsalReport(
                keys,
                count(rehearsed, Result.PASSES),
                count(rehearsed, Result.FAILS),
                count(rehearsed, Result.NOT_REACHED),
                errors(rehearsed),
                rehearsed.stream().limit(MOST_ITEMS).map(Item::of).toList());
    }

    private static long count(List<Rehearsed> rehearsed, Result result) {
        return rehearsed.stream().filter(one -> one.result() == result).count();
    }

    private static List<ErrorCount> errors(List<Rehearsed> rehearsed) {
        return rehearsed.stream()
                .map(Rehearsed::error)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> new ErrorCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(ErrorCount::messages)
                        .reversed()
                        .thenComparing(ErrorCount::error))
                .toList();
    }
}

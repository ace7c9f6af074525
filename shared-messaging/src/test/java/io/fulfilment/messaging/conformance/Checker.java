package io.fulfilment.messaging.conformance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.fulfilment.messaging.conformance.History.Handled;
import io.fulfilment.messaging.conformance.History.Sent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Compares what was committed with what was handled. */
final class Checker {

    private final List<Violation> violations = new ArrayList<>();

    private Checker() {}

    static List<Violation> check(Evidence evidence) {
        var checker = new Checker();
        checker.checkWay(evidence.commands());
        checker.checkWay(evidence.answers());
        checker.checkAnswers(evidence.commands().handled(), evidence.answers().sent());
        checker.checkQueue(evidence.unpublished());
        checker.checkForeign(evidence.foreign(), evidence.parked());
        return List.copyOf(checker.violations);
    }

    /** One way by itself: once in effect, in order, nothing lost, nothing made up. */
    static List<Violation> check(History history) {
        var checker = new Checker();
        checker.checkWay(history);
        return List.copyOf(checker.violations);
    }

    private void checkWay(History history) {
        Map<UUID, Long> numbers = numbersWithinTheKey(history.sent());
        Map<String, Handled> last = new HashMap<>();
        Set<UUID> seen = new HashSet<>();
        for (Handled handled : history.handled()) {
            Long number = numbers.get(handled.id());
            if (number == null) {
                violations.add(new Violation.NeverCommitted(handled.key(), handled.id()));
            } else if (seen.add(handled.id())) {
                checkNumber(handled, number);
                checkOrder(handled, last, numbers);
            } else {
                violations.add(new Violation.Repeated(handled.key(), handled.id()));
            }
        }
        history.sent().stream()
                .filter(sent -> !seen.contains(sent.id()))
                .forEach(sent -> violations.add(new Violation.Lost(sent.key(), sent.id())));
    }

    private static Map<UUID, Long> numbersWithinTheKey(List<Sent> sent) {
        var numbers = new LinkedHashMap<UUID, Long>();
        var perKey = new HashMap<String, Long>();
        sent.forEach(one -> numbers.put(one.id(), perKey.merge(one.key(), 1L, Long::sum)));
        return numbers;
    }

    private void checkNumber(Handled handled, long number) {
        if (handled.sequence() != number) {
            violations.add(new Violation.Misnumbered(handled.key(), handled.id(), number, handled.sequence()));
        }
    }

    private void checkOrder(Handled handled, Map<String, Handled> last, Map<UUID, Long> numbers) {
        Handled before = last.put(handled.key(), handled);
        if (before != null && numberOf(before, numbers) > numberOf(handled, numbers)) {
            violations.add(new Violation.OutOfOrder(handled.key(), handled.id(), before.id()));
        }
    }

    private static long numberOf(Handled handled, Map<UUID, Long> numbers) {
        return Objects.requireNonNull(numbers.get(handled.id()));
    }

    private void checkAnswers(List<Handled> handled, List<Sent> answers) {
        Map<UUID, Long> counts = answers.stream()
                .filter(answer -> answer.cause() != null)
                .collect(groupingBy(answer -> Objects.requireNonNull(answer.cause()), counting()));
        handled.stream()
                .map(Handled::id)
                .distinct()
                .filter(id -> counts.getOrDefault(id, 0L) != 1)
                .forEach(id ->
                        violations.add(new Violation.Misanswered(id, Math.toIntExact(counts.getOrDefault(id, 0L)))));
    }

    private void checkQueue(long unpublished) {
        if (unpublished > 0) {
            violations.add(new Violation.Unpublished(unpublished));
        }
    }

    private void checkForeign(List<Place> foreign, Set<Place> parked) {
        foreign.stream()
                .filter(place -> !parked.contains(place))
                .forEach(place -> violations.add(new Violation.NotParked(place)));
    }
}

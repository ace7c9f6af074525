package io.fulfilment.saga.engine;

import io.fulfilment.events.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the types of the builder can't say about a definition. */
final class DefinitionCheck {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private DefinitionCheck() {}

    static <D> void check(String type, int version, List<Step<D>> steps, List<Step<D>> closingSteps) {
        require(NAME.matcher(type).matches(), "a saga's type is lower case with hyphens: " + type);
        require(version >= 1, "versions of " + type + " start at 1");
        checkOrder(type, steps);
        for (Step<D> step : closingSteps) {
            require(canClose(step), step.name() + " can't close " + type + ": closing steps are retriable");
        }
        var names = new HashSet<String>();
        for (Exchange<D, ?> exchange : exchanges(steps, closingSteps)) {
            require(names.add(exchange.name()), type + " has two steps named " + exchange.name());
            checkExchange(exchange);
        }
        steps.forEach(DefinitionCheck::checkCompensation);
    }

    private static <D> void checkOrder(String type, List<Step<D>> steps) {
        boolean pivotSeen = false;
        for (Step<D> step : steps) {
            boolean isPivot = step instanceof Step.Pivot<D>;
            boolean fits = pivotSeen ? canClose(step) : isPivot || step instanceof Step.Compensatable<D>;
            require(fits, step.name() + " of " + type + " is on the wrong side of the pivot");
            pivotSeen |= isPivot;
        }
        require(pivotSeen, type + " has no pivot");
    }

    private static boolean canClose(Step<?> step) {
        return step instanceof Step.Retriable<?> || step instanceof Step.Expendable<?>;
    }

    private static <D> List<Exchange<D, ?>> exchanges(List<Step<D>> steps, List<Step<D>> closingSteps) {
        var all = new ArrayList<Exchange<D, ?>>();
        for (Step<D> step : Stream.concat(steps.stream(), closingSteps.stream()).toList()) {
            all.add(step.exchange());
            if (step instanceof Step.Compensatable<D> undoable) {
                all.add(undoable.compensation().exchange());
            }
        }
        return all;
    }

    private static void checkExchange(Exchange<?, ?> exchange) {
        require(
                NAME.matcher(exchange.name()).matches(),
                "a step's name is lower case with hyphens: " + exchange.name());
        Set<Class<?>> possible = new HashSet<>();
        collectAnswers(exchange.name(), exchange.replies(), possible);
        possible.removeAll(exchange.meanings().keySet());
        require(possible.isEmpty(), exchange.name() + " gives no meaning to " + possible);
        require(
                exchange.meanings().values().stream().anyMatch(Exchange.Meaning.Success.class::isInstance),
                exchange.name() + " can't succeed");
    }

    private static void collectAnswers(String step, Class<?> parent, Set<Class<?>> answers) {
        if (parent.isSealed()) {
            Arrays.stream(parent.getPermittedSubclasses()).forEach(child -> collectAnswers(step, child, answers));
        } else {
            boolean isAnswer = parent.isRecord() && Reply.class.isAssignableFrom(parent);
            require(isAnswer, step + " expects " + parent.getName() + ", which is neither sealed nor a record");
            answers.add(parent);
        }
    }

    private static void checkCompensation(Step<?> step) {
        if (step instanceof Step.Compensatable<?> undoable) {
            var undo = undoable.compensation().exchange();
            require(
                    undo.meanings().values().stream().allMatch(Exchange.Meaning.Success.class::isInstance),
                    undo.name() + " undoes " + step.name() + ": it can't be refused");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new InvalidDefinitionException(message);
        }
    }
}

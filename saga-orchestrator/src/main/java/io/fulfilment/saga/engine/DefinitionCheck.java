package io.fulfilment.saga.engine;

import io.fulfilment.events.Reply;
import io.fulfilment.saga.engine.SagaDefinition.Undoing;
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

    static <D> void check(String type, int version, List<Stage<D>> stages, Undoing<D> undoing) {
        require(NAME.matcher(type).matches(), "a saga's type is lower case with hyphens: " + type);
        require(version >= 1, "versions of " + type + " start at 1");
        var steps = steps(stages).toList();
        checkOrder(type, stages);
        checkUndoing(type, steps, undoing);
        var names = new HashSet<String>();
        for (Exchange<D, ?> exchange : exchanges(steps, undoing)) {
            require(names.add(exchange.name()), type + " has two steps named " + exchange.name());
            checkExchange(exchange);
        }
        steps.forEach(DefinitionCheck::checkBeforePivot);
    }

    static void checkPurpose(String name, String purpose) {
        require(!purpose.isBlank(), name + " doesn't say what it is for");
    }

    private static <D> void checkOrder(String type, List<Stage<D>> stages) {
        boolean isDecided = steps(stages).noneMatch(Step.Compensatable.class::isInstance)
                && steps(stages).noneMatch(Step.Pivot.class::isInstance);
        boolean pivotSeen = isDecided;
        for (Stage<D> stage : stages) {
            for (Step<D> step : stage.steps()) {
                boolean isOnward = step instanceof Step.Onward<D>;
                boolean isPivot = step instanceof Step.Pivot<D>;
                boolean fits = pivotSeen ? isOnward : isPivot || step instanceof Step.Compensatable<D>;
                require(fits, step.name() + " of " + type + " is on the wrong side of the pivot");
                require(isOnward || stage.steps().size() == 1, step.name() + " of " + type + " has to be alone");
                pivotSeen |= isPivot;
            }
        }
        require(pivotSeen, type + " has no pivot");
        require(steps(stages).findAny().isPresent(), type + " has no steps");
    }

    private static <D> void checkUndoing(String type, List<Step<D>> steps, Undoing<D> undoing) {
        steps(undoing.closing())
                .forEach(step -> require(
                        step instanceof Step.Onward<D>,
                        step.name() + " can't close " + type + ": closing steps are retriable"));
        boolean isDecided = steps.stream().allMatch(Step.Onward.class::isInstance);
        require(
                !isDecided || undoing.closing().isEmpty() && undoing.pivotWithin() == null,
                type + " is never undone: it has no closing steps and no time limit");
        var limit = undoing.pivotWithin();
        require(limit == null || limit.isPositive(), type + " has a time limit that is none");
    }

    private static <D> Stream<Step<D>> steps(List<Stage<D>> stages) {
        return stages.stream().flatMap(stage -> stage.steps().stream());
    }

    private static <D> List<Exchange<D, ?>> exchanges(List<Step<D>> steps, Undoing<D> undoing) {
        var all = new ArrayList<Exchange<D, ?>>();
        for (Step<D> step :
                Stream.concat(steps.stream(), steps(undoing.closing())).toList()) {
            all.add(step.exchange());
            if (step instanceof Step.Compensatable<D> undoable) {
                all.add(undoable.compensation().exchange());
            }
        }
        return all;
    }

    private static void checkExchange(Exchange<?, ?> exchange) {
        var name = exchange.name();
        require(NAME.matcher(name).matches(), "a step's name is lower case with hyphens: " + name);
        checkPurpose(name, exchange.purpose());
        Set<Class<?>> possible = new HashSet<>();
        collectAnswers(name, exchange.replies(), possible);
        possible.removeAll(exchange.meanings().keySet());
        require(possible.isEmpty(), name + " gives no meaning to " + possible);
        require(
                exchange.meanings().values().stream().anyMatch(Exchange.Meaning.Success.class::isInstance),
                name + " can't succeed");
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

    private static void checkBeforePivot(Step<?> step) {
        require(
                step instanceof Step.Onward<?> || step.exchange().condition().isAlways(),
                step.name() + " comes before the pivot or is it: it can't be left out");
        if (step instanceof Step.Compensatable<?> undoable) {
            var undo = undoable.compensation().exchange();
            require(undo.condition().isAlways(), undo.name() + " undoes " + step.name() + ": it can't be left out");
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

package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.Command;
import io.fulfilment.events.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SagaDefinitionTest {

    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 1);

    record Ask(String subject) implements Command {}

    sealed interface Answer extends Reply {}

    record Yes(String subject) implements Answer {}

    record No(String subject) implements Answer {}

    sealed interface Nested extends Reply permits Inner {}

    sealed interface Inner extends Nested permits Deep {}

    record Deep(String subject) implements Inner {}

    interface Open extends Reply {}

    enum Why {
        BECAUSE
    }

    @Test
    void buildsWhatIsComplete() {
        var definition = saga().compensatable(complete("do-it"), undo("undo-it"))
                .pivot(complete("decide"))
                .retriable(complete("follow"))
                .build();
        assertThat(definition.allSteps().map(Step::name)).containsExactly("do-it", "undo-it", "decide", "follow");
    }

    @Test
    void refusesAnAnswerWithoutMeaning() {
        assertInvalid(() -> saga().pivot(exchange("decide").success(Yes.class)).build(), "decide gives no meaning to");
    }

    @Test
    void looksForAnswersBelowNestedSealedTypes() {
        Exchange<String, Nested> nothing = exchange("decide", Nested.class);
        assertInvalid(() -> saga().pivot(nothing).build(), "Deep");
        assertThat(saga().pivot(nothing.success(Deep.class)).build().steps()).hasSize(1);
    }

    @Test
    void refusesAnswersThatNobodyCanListCompletely() {
        Exchange<String, Open> open = exchange("decide", Open.class);
        assertInvalid(() -> saga().pivot(open).build(), "neither sealed nor a record");
    }

    @Test
    void refusesTwoMeaningsOfOneAnswer() {
        assertInvalid(() -> exchange("decide").success(Yes.class).success(Yes.class), "two meanings");
    }

    @Test
    void refusesAStepThatCannotSucceed() {
        var hopeless =
                exchange("decide").refusal(Yes.class, Why.BECAUSE, Yes::subject).refusal(No.class, No::subject);
        assertInvalid(() -> saga().pivot(hopeless).build(), "decide can't succeed");
    }

    @Test
    void refusesACompensationThatCanBeRefused() {
        assertInvalid(
                () -> saga().compensatable(complete("do-it"), complete("undo-it"))
                        .pivot(complete("decide"))
                        .build(),
                "undo-it undoes do-it: it can't be refused");
    }

    @Test
    void refusesTwoStepsOfOneName() {
        assertInvalid(
                () -> saga().compensatable(complete("decide"), undo("undo-it"))
                        .pivot(complete("decide"))
                        .build(),
                "two steps named decide");
        assertInvalid(
                () -> saga().pivot(complete("decide"))
                        .whenCompensated((data, failure) -> data)
                        .thenRetriable(complete("decide"))
                        .build(),
                "two steps named decide");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertInvalid(() -> saga().pivot(complete("Decide")).build(), "lower case");
        assertInvalid(() -> saga().pivot(complete("decide-")).build(), "lower case");
        assertInvalid(
                () -> SagaDefinition.named("Some Saga", 1, String.class)
                        .pivot(complete("decide"))
                        .build(),
                "lower case");
    }

    @Test
    void refusesVersionsBelowOne() {
        assertInvalid(
                () -> SagaDefinition.named("some-saga", 0, String.class)
                        .pivot(complete("decide"))
                        .build(),
                "start at 1");
    }

    @Test
    void refusesStepsOnTheWrongSideOfThePivotHoweverTheyGotThere() {
        Step<String> pivot = new Step.Pivot<>(complete("decide"));
        Step<String> late = new Step.Compensatable<>(complete("do-it"), new Step.Compensation<>(undo("undo-it")));
        Step<String> early = new Step.Retriable<>(complete("follow"));
        assertInvalid(() -> of(List.of(pivot, late), List.of()), "do-it of some-saga is on the wrong side");
        assertInvalid(() -> of(List.of(early, pivot), List.of()), "follow of some-saga is on the wrong side");
        assertInvalid(() -> of(List.of(pivot, pivot), List.of()), "decide of some-saga is on the wrong side");
        assertInvalid(() -> of(List.of(late), List.of()), "no pivot");
        assertInvalid(() -> of(List.of(pivot), List.of(late)), "closing steps are retriable");
    }

    @Test
    void refusesStepsThatDontWaitForEachOtherBeforeThePivot() {
        Step<String> pivot = new Step.Pivot<>(complete("decide"));
        Step<String> early = new Step.Compensatable<>(complete("do-it"), new Step.Compensation<>(undo("undo-it")));
        var together = new Stage<>(List.of(early, pivot));
        assertInvalid(
                () -> new SagaDefinition<>(
                        "some-saga",
                        1,
                        "try",
                        String.class,
                        List.of(together),
                        of(List.of(pivot), List.of()).undoing()),
                "do-it of some-saga has to be alone");
    }

    @Test
    void takesStepsTogetherAfterThePivot() {
        var definition = saga().pivot(complete("decide"))
                .together(Step.retriable(complete("follow")), Step.expendable(complete("tell")))
                .build();
        assertThat(definition.stages())
                .extracting(stage -> stage.steps().size())
                .containsExactly(1, 2);
    }

    @Test
    void needsNoPivotWhereAllIsDecided() {
        assertThat(saga().decidedBefore().retriable(complete("follow")).build().pivot())
                .isEmpty();
        assertInvalid(() -> saga().decidedBefore().build(), "no steps");
        assertInvalid(
                () -> saga().decidedBefore()
                        .retriable(complete("follow"))
                        .whenCompensated((data, failure) -> data)
                        .thenRetriable(complete("close"))
                        .build(),
                "is never undone");
        assertInvalid(
                () -> saga().reachingThePivotWithin(Duration.ofMinutes(1))
                        .decidedBefore()
                        .retriable(complete("follow"))
                        .build(),
                "is never undone");
    }

    @Test
    void refusesATimeLimitThatIsNone() {
        assertInvalid(() -> of(List.of(new Step.Pivot<>(complete("decide"))), List.of(), Duration.ZERO), "time limit");
    }

    @Test
    void refusesStepsThatDontSayWhatTheyAreFor() {
        assertInvalid(() -> saga().pivot(complete("decide").to(" ")).build(), "decide doesn't say what it is for");
    }

    @Test
    void refusesSagasThatDontSayWhatTheyAreFor() {
        assertInvalid(() -> saga().to("").pivot(complete("decide")).build(), "some-saga doesn't say what it is for");
    }

    @Test
    void refusesToLeaveOutWhatDecidesOrUndoes() {
        assertInvalid(
                () -> saga().pivot(complete("decide").onlyIf("it rains", data -> true))
                        .build(),
                "decide comes before");
        assertInvalid(
                () -> saga().compensatable(complete("do-it").onlyIf("it rains", data -> true), undo("undo-it"))
                        .pivot(complete("decide"))
                        .build(),
                "do-it comes before");
        assertInvalid(
                () -> saga().compensatable(complete("do-it"), undo("undo-it").onlyIf("it rains", data -> true))
                        .pivot(complete("decide"))
                        .build(),
                "undo-it undoes do-it: it can't be left out");
    }

    @Test
    void refusesInstancesOfAnotherVersion() {
        var first = saga().pivot(complete("decide")).build();
        var second = SagaDefinition.named("some-saga", 2, String.class)
                .to("try")
                .pivot(complete("decide"))
                .build();
        var instance = SagaInstance.of(first, UUID.randomUUID(), "data");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SagaEngine.apply(second, instance, new SagaInput.Started(), Instant.EPOCH))
                .withMessageContaining("version 1");
    }

    private static SagaBuilder.BeforePivot<String> saga() {
        return SagaDefinition.named("some-saga", 1, String.class).to("try");
    }

    private static SagaDefinition<String> of(List<Step<String>> steps, List<Step<String>> closingSteps) {
        return of(steps, closingSteps, null);
    }

    private static SagaDefinition<String> of(
            List<Step<String>> steps, List<Step<String>> closingSteps, @Nullable Duration pivotWithin) {
        return new SagaDefinition<>(
                "some-saga",
                1,
                "try",
                String.class,
                steps.stream().map(Stage::of).toList(),
                new SagaDefinition.Undoing<>(
                        closingSteps.stream().map(Stage::of).toList(), (data, failure) -> data, pivotWithin, null));
    }

    private static Exchange<String, Answer> exchange(String name) {
        return exchange(name, Answer.class);
    }

    private static <R extends Reply> Exchange<String, R> exchange(String name, Class<R> replies) {
        return Exchange.<String, Ask>ask(name, Ask.class, Ask::new)
                .expecting(replies, POLICY)
                .to("do it");
    }

    private static Exchange<String, Answer> complete(String name) {
        return exchange(name).success(Yes.class).refusal(No.class, Why.BECAUSE, No::subject);
    }

    private static Exchange<String, Answer> undo(String name) {
        return exchange(name).success(Yes.class).success(No.class);
    }

    private static void assertInvalid(ThrowingCallable building, String message) {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(building)
                .withMessageContaining(message);
    }
}

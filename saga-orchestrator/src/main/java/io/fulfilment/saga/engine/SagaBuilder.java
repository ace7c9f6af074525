package io.fulfilment.saga.engine;

import io.fulfilment.saga.engine.SagaDefinition.Undoing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Declares a saga. What stands on the wrong side of the pivot, or a second pivot, does not compile. */
public final class SagaBuilder {

    private SagaBuilder() {}

    static <D> BeforePivot<D> of(String type, int version, Class<D> dataType) {
        return new Declaration<>(type, version, dataType);
    }

    /** Up to the pivot, every step can be undone. */
    public sealed interface BeforePivot<D> {

        /** What it is there to do, for people. */
        BeforePivot<D> to(String doWhat);

        /** It can be cancelled, of which it learns, and this saga follows then, however it ended. */
        <N> BeforePivot<D> cancelledBy(SagaDefinition<N> next, UnaryOperator<D> learns, BiFunction<UUID, D, N> begins);

        /** If its pivot hasn't begun by then, an attempt that isn't answered in time is the last one: it is undone. */
        BeforePivot<D> reachingThePivotWithin(Duration limit);

        BeforePivot<D> compensatable(Exchange<D, ?> forward, Exchange<D, ?> undo);

        AfterPivot<D> pivot(Exchange<D, ?> exchange);

        /** What makes it irrevocable happened before it began: it has no pivot, and only a way on. */
        AfterPivot<D> decidedBefore();
    }

    /** From the pivot on, every step has to succeed or may be given up. */
    public sealed interface AfterPivot<D> {

        AfterPivot<D> retriable(Exchange<D, ?> exchange);

        AfterPivot<D> expendable(Exchange<D, ?> exchange);

        /** Steps that don't wait for each other. */
        AfterPivot<D> together(Step.Onward<D> one, Step.Onward<D> other);

        /** What follows when everything is undone. */
        Closing<D> whenCompensated(BiFunction<D, Failure, D> learnsFailure);

        /** @throws InvalidDefinitionException if the definition is contradictory or leaves an answer open */
        SagaDefinition<D> build();
    }

    /** The end of a compensated saga. */
    public sealed interface Closing<D> {

        Closing<D> thenRetriable(Exchange<D, ?> exchange);

        Closing<D> thenExpendable(Exchange<D, ?> exchange);

        /** @throws InvalidDefinitionException if the definition is contradictory or leaves an answer open */
        SagaDefinition<D> build();
    }

    private static final class Declaration<D> implements BeforePivot<D>, AfterPivot<D>, Closing<D> {

        private final String type;
        private final int version;
        private final Class<D> dataType;
        private final List<Stage<D>> stages = new ArrayList<>();
        private final List<Stage<D>> closing = new ArrayList<>();
        private String purpose = "";
        private BiFunction<D, Failure, D> learnsFailure = (data, failure) -> data;
        private @Nullable Duration pivotWithin;
        private @Nullable FollowUp<D, ?> followUp;

        private Declaration(String type, int version, Class<D> dataType) {
            this.type = type;
            this.version = version;
            this.dataType = dataType;
        }

        @Override
        public BeforePivot<D> to(String doWhat) {
            purpose = doWhat;
            return this;
        }

        @Override
        public <N> BeforePivot<D> cancelledBy(
                SagaDefinition<N> next, UnaryOperator<D> learns, BiFunction<UUID, D, N> begins) {
            followUp = new FollowUp<>(next, learns, begins);
            return this;
        }

        @Override
        public BeforePivot<D> reachingThePivotWithin(Duration limit) {
            pivotWithin = limit;
            return this;
        }

        @Override
        public BeforePivot<D> compensatable(Exchange<D, ?> forward, Exchange<D, ?> undo) {
            return stage(new Step.Compensatable<>(forward, new Step.Compensation<>(undo)));
        }

        @Override
        public AfterPivot<D> pivot(Exchange<D, ?> exchange) {
            return stage(new Step.Pivot<>(exchange));
        }

        @Override
        public AfterPivot<D> decidedBefore() {
            return this;
        }

        @Override
        public AfterPivot<D> retriable(Exchange<D, ?> exchange) {
            return stage(Step.retriable(exchange));
        }

        @Override
        public AfterPivot<D> expendable(Exchange<D, ?> exchange) {
            return stage(Step.expendable(exchange));
        }

        @Override
        public AfterPivot<D> together(Step.Onward<D> one, Step.Onward<D> other) {
            stages.add(new Stage<>(List.of(one, other)));
            return this;
        }

        @Override
        public Closing<D> whenCompensated(BiFunction<D, Failure, D> learns) {
            learnsFailure = learns;
            return this;
        }

        @Override
        public Closing<D> thenRetriable(Exchange<D, ?> exchange) {
            closing.add(Stage.of(Step.retriable(exchange)));
            return this;
        }

        @Override
        public Closing<D> thenExpendable(Exchange<D, ?> exchange) {
            closing.add(Stage.of(Step.expendable(exchange)));
            return this;
        }

        @Override
        public SagaDefinition<D> build() {
            var undoing = new Undoing<>(closing, learnsFailure, pivotWithin, followUp);
            return new SagaDefinition<>(type, version, purpose, dataType, stages, undoing);
        }

        private Declaration<D> stage(Step<D> step) {
            stages.add(Stage.of(step));
            return this;
        }
    }
}

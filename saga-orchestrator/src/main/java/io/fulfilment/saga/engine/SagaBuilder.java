package io.fulfilment.saga.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Declares a saga. What stands on the wrong side of the pivot, or a second pivot, does not compile. */
public final class SagaBuilder {

    private SagaBuilder() {}

    static <D> BeforePivot<D> of(String type, int version, Class<D> dataType) {
        return new Declaration<>(type, version, dataType);
    }

    /** Up to the pivot, every step can be undone. */
    public sealed interface BeforePivot<D> {

        BeforePivot<D> compensatable(Exchange<D, ?> forward, Exchange<D, ?> undo);

        AfterPivot<D> pivot(Exchange<D, ?> exchange);
    }

    /** From the pivot on, every step has to succeed or may be given up. */
    public sealed interface AfterPivot<D> {

        AfterPivot<D> retriable(Exchange<D, ?> exchange);

        AfterPivot<D> expendable(Exchange<D, ?> exchange);

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
        private final List<Step<D>> steps = new ArrayList<>();
        private final List<Step<D>> closingSteps = new ArrayList<>();
        private BiFunction<D, Failure, D> learnsFailure = (data, failure) -> data;

        private Declaration(String type, int version, Class<D> dataType) {
            this.type = type;
            this.version = version;
            this.dataType = dataType;
        }

        @Override
        public BeforePivot<D> compensatable(Exchange<D, ?> forward, Exchange<D, ?> undo) {
            steps.add(new Step.Compensatable<>(forward, new Step.Compensation<>(undo)));
            return this;
        }

        @Override
        public AfterPivot<D> pivot(Exchange<D, ?> exchange) {
            steps.add(new Step.Pivot<>(exchange));
            return this;
        }

        @Override
        public AfterPivot<D> retriable(Exchange<D, ?> exchange) {
            steps.add(new Step.Retriable<>(exchange));
            return this;
        }

        @Override
        public AfterPivot<D> expendable(Exchange<D, ?> exchange) {
            steps.add(new Step.Expendable<>(exchange));
            return this;
        }

        @Override
        public Closing<D> whenCompensated(BiFunction<D, Failure, D> learns) {
            learnsFailure = learns;
            return this;
        }

        @Override
        public Closing<D> thenRetriable(Exchange<D, ?> exchange) {
            closingSteps.add(new Step.Retriable<>(exchange));
            return this;
        }

        @Override
        public Closing<D> thenExpendable(Exchange<D, ?> exchange) {
            closingSteps.add(new Step.Expendable<>(exchange));
            return this;
        }

        @Override
        public SagaDefinition<D> build() {
            return new SagaDefinition<>(type, version, dataType, steps, closingSteps, learnsFailure);
        }
    }
}

package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;

/** Why a saga is or was undone, in words. */
record Why<D>(SagaInstance<D> saga) {

    String words() {
        var failure = saga.failure();
        return failure == null ? "for no reason" : words(failure);
    }

    private String words(Failure failure) {
        boolean notWaitedFor = saga.run(failure.step())
                .filter(run -> run.state() == Run.State.ABANDONED)
                .isPresent();
        return notWaitedFor ? abandoned(failure) : failed(failure);
    }

    private static String abandoned(Failure failure) {
        var who = failure.reason().equals(Failure.CANCELLED)
                ? "its cancellation was requested"
                : "an operator, whose name and words are in the log, had it undone";
        return who + " while it waited for " + failure.step();
    }

    private static String failed(Failure failure) {
        var step = failure.step();
        return switch (failure.reason()) {
            case Failure.TIMED_OUT -> step + " took too long (" + failure.reason() + "): " + failure.detail();
            case Failure.REFUSED -> step + " was refused: " + failure.detail();
            default -> step + " was refused (" + failure.reason() + "): " + failure.detail();
        };
    }
}

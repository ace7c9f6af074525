package io.fulfilment.system;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * A start that is tried once: what came of it, whether what was started or a failure, is what everybody gets who asks.
 *
 * @param <S> what is started, and stopped in the end
 */
final class OneStart<S> implements AutoCloseable {

    private final FutureTask<S> start;
    private final Consumer<S> stop;

    OneStart(Callable<S> start, Consumer<S> stop) {
        this.start = new FutureTask<>(start);
        this.stop = stop;
    }

    /** @throws IllegalStateException each time, if the start failed */
    S get() throws InterruptedException {
        start.run();
        try {
            return start.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it did not start: " + e.getCause(), e.getCause());
        }
    }

    /** What runs, if its start succeeded. */
    Optional<S> running() {
        return start.state() == Future.State.SUCCESS ? Optional.of(start.resultNow()) : Optional.empty();
    }

    @Override
    public void close() {
        running().ifPresent(stop);
    }
}

package io.fulfilment.local.process;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The same work on several components at once. */
final class Crew {

    /** Work on the component of that name. */
    @FunctionalInterface
    interface Work {
        void on(String name) throws StartFailed, InterruptedException;
    }

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorCompletionService<String> done = new ExecutorCompletionService<>(threads);
    private final int size;

    /** Begins at once. */
    Crew(List<Component> components, Work work) {
        this.size = components.size();
        components.forEach(component -> done.submit(() -> {
            work.on(component.name());
            return component.name();
        }));
        threads.shutdown();
    }

    /** Waits for all of them, or for the first that fails. */
    void await() throws StartFailed, InterruptedException {
        for (int i = 0; i < size; i++) {
            try {
                done.take().get();
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof StartFailed failed
                        ? failed
                        : new StartFailed("unexpected: " + e.getCause());
            }
        }
    }

    /** Waits for all of them, whatever becomes of each. */
    void awaitAll() throws InterruptedException {
        for (int i = 0; i < size; i++) {
            done.take();
        }
    }
}

package io.fulfilment.local;

import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code ./run} starts once everything is built. The first argument is the project's root. */
public final class Run {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Run() {}

    public static void main(String[] args) {
        var progress = new Progress(System.out);
        try {
            List<String> arguments = List.of(args);
            Path project = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
            Options options = Options.parse(arguments.subList(1, arguments.size()), project);
            new LocalSystem(options, progress).run();
        } catch (IllegalArgumentException e) {
            fail(progress, e.getMessage() + " (see ./run --help)", MISUSED);
        } catch (StartFailed e) {
            fail(progress, e.getMessage(), FAILED);
        } catch (UncheckedIOException e) {
            fail(progress, e.getMessage(), FAILED);
        } catch (IOException e) {
            fail(progress, e.getMessage() + " (" + e.getClass().getSimpleName() + ")", FAILED);
        } catch (InterruptedException e) {
            fail(progress, "interrupted", FAILED);
        }
    }

    /** What was started by then is stopped on the way out. */
    private static void fail(Progress progress, @Nullable String reason, int exitCode) {
        progress.say("./run: " + reason);
        System.exit(exitCode);
    }
}

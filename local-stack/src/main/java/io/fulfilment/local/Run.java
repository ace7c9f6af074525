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
            start(project, arguments.subList(1, arguments.size()), progress);
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

    private static void start(Path project, List<String> arguments, Progress progress)
            throws IOException, InterruptedException, StartFailed {
        if (!arguments.isEmpty() && arguments.getFirst().equals("train")) {
            int orders = Options.orders(arguments.subList(1, arguments.size()));
            new Training(project, orders, progress).run();
        } else {
            Options options = Options.parse(arguments, project);
            new LocalSystem(options, new Jvm(options.layout()), progress).run();
        }
    }

    /** What was started by then is stopped on the way out. */
    private static void fail(Progress progress, @Nullable String reason, int exitCode) {
        progress.say("./run: " + reason);
        System.exit(exitCode);
    }
}

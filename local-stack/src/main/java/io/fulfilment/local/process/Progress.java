package io.fulfilment.local.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the user reads while the system starts and runs: one line for each thing that happens. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    void ready(String name, Duration after) {
        say(String.format(Locale.ROOT, "  %-22s ready after %4.1f s", name, after.toMillis() / 1000.0));
    }
}

package io.fulfilment.local.process;

import java.io.IOException;
import java.util.List;

/**
 * What a process executes.
 *
 * @param arguments asked for anew at each launch
 * @param mark one of the command's arguments that no process of another system has: by it, a process that outlived its
 *     supervisor is told from one that merely got its number
 * @param stopSignal asks it to stop
 */
public record Program(Arguments arguments, String mark, StopSignal stopSignal) {

    /** The command with its arguments, which may depend on what is there when it is to be executed. */
    @FunctionalInterface
    public interface Arguments {
        List<String> now() throws IOException;
    }

    /** How a program wants to be asked. */
    public enum StopSignal {
        TERM,
        /** PostgreSQL takes TERM for "when everybody has gone". */
        INT
    }

    /** One whose command is always the same. */
    public Program(List<String> command, String mark, StopSignal stopSignal) {
        this(() -> command, mark, stopSignal);
    }

    /** The command of a process that is to be started now. */
    public List<String> command() throws IOException {
        List<String> now = arguments.now();
        if (!now.contains(mark)) {
            throw new IllegalStateException("the command has no argument " + mark);
        }
        return now;
    }
}

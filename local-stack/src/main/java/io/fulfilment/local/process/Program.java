package io.fulfilment.local.process;

import java.util.List;

/**
 * What a process executes.
 *
 * @param mark one of the command's arguments that no process of another system has: by it, a process that outlived its
 *     supervisor is told from one that merely got its number
 * @param stopSignal asks it to stop
 */
public record Program(List<String> command, String mark, StopSignal stopSignal) {

    /** How a program wants to be asked. */
    public enum StopSignal {
        TERM,
        /** PostgreSQL takes TERM for "when everybody has gone". */
        INT
    }

    public Program {
        command = List.copyOf(command);
        if (!command.contains(mark)) {
            throw new IllegalArgumentException("the command has no argument " + mark);
        }
    }
}

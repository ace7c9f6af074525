package io.fulfilment.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How to start a program in a session, or at least a process group, of its own. */
final class OwnSession {

    private OwnSession() {}

    static List<String> prefix() {
        if (onPath("setsid")) {
            return List.of("setsid");
        }
        // macOS has no setsid, but perl.
        return onPath("perl") ? List.of("perl", "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or die $!") : List.of();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}

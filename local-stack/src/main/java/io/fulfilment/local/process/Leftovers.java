package io.fulfilment.local.process;

import io.fulfilment.local.process.Component.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a supervisor that was killed left running. A process is ours if, and only if, it carries one of our marks in its
 * command line; its pid file proves nothing, since the number may belong to somebody else by now.
 */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Component> byMark;
    private final String serviceMark;
    private final Path run;

    /** @param serviceMark what the mark of any service begins with, replicas included */
    public Leftovers(Collection<Component> components, String serviceMark, RunDirectory directory) {
        this.byMark = components.stream()
                .collect(Collectors.toMap(component -> component.program().mark(), Function.identity()));
        this.serviceMark = serviceMark;
        this.run = directory.run();
    }

    private record Leftover(ProcessHandle process, Stage stage, Program.StopSignal signal) {}

    /**
     * Stops them, services first, and removes the pid files.
     *
     * @return how many there were
     */
    public int stop() throws IOException, InterruptedException {
        List<Leftover> leftovers = ProcessHandle.allProcesses()
                .flatMap(process -> recognise(process).stream())
                .toList();
        for (Stage stage : Arrays.asList(Stage.values()).reversed()) {
            stop(leftovers.stream()
                    .filter(leftover -> leftover.stage() == stage)
                    .toList());
        }
        removePidFiles();
        return leftovers.size();
    }

    private static void stop(List<Leftover> leftovers) throws IOException, InterruptedException {
        List<ProcessHandle> family = leftovers.stream()
                .flatMap(leftover -> Stream.concat(
                        Stream.of(leftover.process()), leftover.process().descendants()))
                .toList();
        for (Leftover leftover : leftovers) {
            Signals.send(leftover.signal(), leftover.process());
        }
        for (ProcessHandle member : family) {
            Signals.awaitEnd(member, PATIENCE);
        }
    }

    private Optional<Leftover> recognise(ProcessHandle process) {
        List<String> arguments = CommandLine.of(process);
        Optional<Component> component =
                arguments.stream().map(byMark::get).filter(Objects::nonNull).findFirst();
        if (component.isPresent()) {
            return component.map(owner ->
                    new Leftover(process, owner.stage(), owner.program().stopSignal()));
        }
        return arguments.stream()
                .filter(this::isMarkOfService)
                .findFirst()
                .map(mark -> new Leftover(process, Stage.SERVICE, Program.StopSignal.TERM));
    }

    /** Not of a system whose folder lies within this one's. */
    private boolean isMarkOfService(String argument) {
        return argument.startsWith(serviceMark) && argument.indexOf('/', serviceMark.length()) < 0;
    }

    private void removePidFiles() throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pid")).toList()) {
                Files.delete(file);
            }
        }
    }
}

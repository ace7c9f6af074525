package io.fulfilment.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;

import io.fulfilment.events.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds topic names in sources and settings, where bytecode no longer tells a constant's origin. */
final class TopicLiterals {

    private static final Pattern QUOTED_TOPIC = Pattern.compile(Arrays.stream(Topic.values())
            .map(topic -> Pattern.quote(topic.topicName()))
            .collect(joining("|", "[\"'](?:", "|[a-z-]*\\.dead-letters)[\"']")));

    private TopicLiterals() {}

    static void assertNoneBelow(Path directory) {
        List<String> found = in(directory);
        if (!found.isEmpty()) {
            throw new AssertionError("only shared-events names topics: " + found);
        }
    }

    static List<String> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(TopicLiterals::inFile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> inFile(Path file) {
        try {
            return QUOTED_TOPIC
                    .matcher(Files.readString(file, ISO_8859_1))
                    .results()
                    .map(match -> file + ": " + match.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.Utf8;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stack traces as they are kept for operators. */
final class Traces {

    private static final int LONGEST = 8_000;

    private Traces() {}

    static @Nullable String of(@Nullable Throwable error) {
        if (error == null) {
            return null;
        }
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        String lines = text.toString()
                .lines()
                .map(line -> Utf8.lenient(line.replace("\t", "    "), LONGEST))
                .collect(Collectors.joining("\n"));
        int end = Math.min(lines.length(), LONGEST);
        boolean splits = end > 0 && Character.isHighSurrogate(lines.charAt(end - 1));
        return lines.substring(0, splits ? end - 1 : end);
    }
}

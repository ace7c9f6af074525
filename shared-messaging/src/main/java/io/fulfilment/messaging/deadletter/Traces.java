package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.Utf8;
import java.io.PrintWriter;
import java.io.StringWriter;
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
        return Utf8.lenient(text.toString(), LONGEST);
    }
}

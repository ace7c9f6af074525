package io.fulfilment.order.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a client is willing to wait for an order to become final: {@code Prefer: wait=10} (RFC 7240), in seconds. A
 * preference that is malformed is as good as none, as the RFC has it.
 */
record WaitPreference(Duration patience) {

    private static final int MAX_SECONDS = 30;
    private static final Pattern FORM = Pattern.compile("(?i)wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(;.*)?");

    /** The first {@code wait} of the headers, at most 30 s. */
    static Optional<WaitPreference> in(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Pattern.compile(",").splitAsStream(header))
                .map(preference -> FORM.matcher(preference.strip()))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> Math.min(MAX_SECONDS, Integer.parseInt(match.group(1))))
                .map(seconds -> new WaitPreference(Duration.ofSeconds(seconds)));
    }

    /** The value of {@code Preference-Applied}. */
    String applied() {
        return "wait=" + patience.toSeconds();
    }
}

package io.fulfilment.local.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test cards, each with its own temper, which shows when its money is held and when it is given back. */
enum CardToken {
    TOK_OK,
    TOK_DECLINED,
    /** Answers after three seconds. */
    TOK_SLOW,
    /** Does the work, and never answers. */
    TOK_TIMEOUT,
    /** Answers 500 twice, then works. */
    TOK_FLAKY,
    /** Takes no money back. */
    TOK_NO_REFUND;

    /** Empty for a token that this gateway never gave out. */
    static Optional<CardToken> of(@Nullable String token) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(token))
                .findFirst();
    }
}

package io.fulfilment.saga.engine;

/**
 * Why a saga is compensated.
 *
 * @param step the one at which it failed
 * @param reason a code: what the definition says of a refusal, or one of the constants
 * @param detail for people
 */
public record Failure(String step, String reason, String detail) {

    /** A step was refused, and the definition has no reason of its own for it. */
    public static final String REFUSED = "REFUSED";

    public static final String TIMED_OUT = "TIMED_OUT";
    public static final String OPERATOR = "OPERATOR";
    public static final String CANCELLED = "CANCELLED";

    /** Reason and detail. */
    public String text() {
        return reason + ": " + detail;
    }
}

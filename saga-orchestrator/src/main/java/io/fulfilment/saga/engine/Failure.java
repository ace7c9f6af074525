package io.fulfilment.saga.engine;

/**
 * Why a saga is compensated.
 *
 * @param step the one at which it failed
 * @param reason a code: what the definition says of a refusal, {@link #TIMED_OUT} or {@link #OPERATOR}
 * @param detail for people
 */
public record Failure(String step, String reason, String detail) {

    public static final String TIMED_OUT = "TIMED_OUT";
    public static final String OPERATOR = "OPERATOR";
}

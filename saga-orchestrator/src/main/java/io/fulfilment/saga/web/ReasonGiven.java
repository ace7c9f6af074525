package io.fulfilment.saga.web;

/** What an operator has to say. */
final class ReasonGiven {

    static final String FORM = "(?s)(?=.*[^\\p{javaWhitespace}])[^\\p{Cc}]{1,500}";
    static final String EXPECTED = "must have 1 to 500 characters, not only blanks and no control characters";

    private ReasonGiven() {}
}

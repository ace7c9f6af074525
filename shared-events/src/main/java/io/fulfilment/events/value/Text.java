package io.fulfilment.events.value;

/** What every text of a value must be. */
final class Text {

    /** The longest text that the API takes. */
    static final int MAX_LENGTH = 1_024;

    private Text() {}

    static void check(String what, String text) {
        check(what, text, MAX_LENGTH);
    }

    static void check(String what, String text, int maxLength) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > maxLength) {
            throw new IllegalArgumentException(what + " has 1 to " + maxLength + " characters, not only blanks");
        }
    }
}

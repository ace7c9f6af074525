package io.fulfilment.events.value;

/** What every text that has to say something must be. */
public final class Text {

    /** The longest text that the API takes. */
    public static final int MAX_LENGTH = 1_024;

    private Text() {}

    /**
     * @param what names the text to whoever reads the error
     * @throws IllegalArgumentException if the text is blank or has more than {@value #MAX_LENGTH} characters
     */
    public static void check(String what, String text) {
        check(what, text, MAX_LENGTH);
    }

    static void check(String what, String text, int maxLength) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > maxLength) {
            throw new IllegalArgumentException(what + " has 1 to " + maxLength + " characters, not only blanks");
        }
    }
}

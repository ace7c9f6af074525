package io.fulfilment.web.input;

/** Forms of texts, for {@code @Pattern}, and what is said of others. */
public final class Texts {

    /** Not only blanks, none of them a control character; how many of it is to be said behind. */
    public static final String WORDS = "(?s)(?=.*[^\\p{javaWhitespace}])[^\\p{Cc}]";

    public static final String WORDS_EXPECTED = " characters, not only blanks and no control characters";

    /** Why an operator does something. */
    public static final String REASON = WORDS + "{1,500}";

    public static final String REASON_EXPECTED = "must have 1 to 500" + WORDS_EXPECTED;

    /** What is looked for; nothing is as good as none. */
    public static final String SOUGHT = "[^\\p{Cc}]{0,500}";

    public static final String SOUGHT_EXPECTED = "must have at most 500 characters and no control characters";

    private Texts() {}
}

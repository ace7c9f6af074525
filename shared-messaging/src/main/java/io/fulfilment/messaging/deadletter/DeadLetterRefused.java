package io.fulfilment.messaging.deadletter;

/** An act that can't be; nothing has changed. */
public abstract sealed class DeadLetterRefused extends RuntimeException {

    private final String explanation;

    private DeadLetterRefused(String explanation) {
        super(explanation, null, false, false);
        this.explanation = explanation;
    }

    /** For the one who asked. */
    public String explanation() {
        return explanation;
    }

    /** There is no such thing, or no longer. */
    public static final class Gone extends DeadLetterRefused {

        Gone() {
            super("There is no such thing");
        }
    }

    /** As it stands, it doesn't allow it. */
    public static final class NotNow extends DeadLetterRefused {

        NotNow(String explanation) {
            super(explanation);
        }
    }
}

package io.fulfilment.local.process;

/** Something did not start; the message is what the user reads, and says what to do. */
public final class StartFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String explanation;

    public StartFailed(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    @Override
    public String getMessage() {
        return explanation;
    }
}

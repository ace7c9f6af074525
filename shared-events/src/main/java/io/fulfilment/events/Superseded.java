package io.fulfilment.events;

/**
 * A version of a message that a newer one has replaced. Its record stays in the language as long as the version may
 * still come out of a topic or an archive, and says what it means today (pattern: upcaster).
 *
 * @param <M> the version that replaced it
 */
public interface Superseded<M extends Message> {

    /**
     * The same fact or wish, about the same subject, in the newer version; total, so it invents what the old version did not
     * know. A record declares the newer version's class as its result.
     */
    M upcast();
}

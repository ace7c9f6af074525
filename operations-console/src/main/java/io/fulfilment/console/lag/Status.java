package io.fulfilment.console.lag;

import java.util.Locale;

/** How a consumer does, from good to bad. */
public enum Status {
    /** Caught up, or has read within the window what was there when it began, or keeps its distance while reading. */
    MOVING("moving"),
    /** Reads faster than messages come, and has some of the past before it. */
    GAINING("behind but gaining"),
    /** Reads, but not as fast as messages come. */
    FALLING_BEHIND("falling behind"),
    /** Had something to read during the whole window, and has read nothing. */
    STOPPED("stopped");

    private final String words;

    Status(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** For style sheets. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Status orWorse(Status other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

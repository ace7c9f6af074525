package io.fulfilment.console.lag;

import java.util.Locale;

/** Where the lag of a consumer goes that doesn't keep up; that of one that does is steady, whatever is on its way. */
public enum Trend {
    FALLING,
    STEADY,
    RISING;

    /** For people. */
    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Trend of(long growth) {
        return values()[1 + Long.signum(growth)];
    }
}

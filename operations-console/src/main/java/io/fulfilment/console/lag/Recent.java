package io.fulfilment.console.lag;

import org.jspecify.annotations.Nullable;

/**
 * The lag of a group some time ago.
 *
 * @param lag null where nobody could look, or the group wasn't there
 */
public record Recent(double secondsAgo, @Nullable Float lag) {}

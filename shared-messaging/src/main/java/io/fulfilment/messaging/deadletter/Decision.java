package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Who decides, and why.
 *
 * @param by the operator
 * @param reason in the operator's words
 */
public record Decision(String by, @Nullable String reason) {}

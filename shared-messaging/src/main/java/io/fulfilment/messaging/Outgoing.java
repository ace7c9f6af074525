package io.fulfilment.messaging;

import io.fulfilment.events.Message;
import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param id its message id, made by the caller, who may need to know it before it is sent
 */
public record Outgoing(UUID id, Message message, Cause cause) {}

package io.fulfilment.saga.engine;

import io.fulfilment.events.Command;
import java.util.UUID;

/** What has to happen together with an instance's change, or not at all. */
public sealed interface Effect {

    /** @param id the command's message id */
    record SendCommand(UUID id, Command command) implements Effect {}

    record Publish(Milestone milestone) implements Effect {}

    record Log(LogEntry entry) implements Effect {}

    /** The definition's {@link FollowUp} starts. */
    record Follow() implements Effect {}
}

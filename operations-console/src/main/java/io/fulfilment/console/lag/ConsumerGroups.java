package io.fulfilment.console.lag;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What can be seen of the consumer groups of a Kafka cluster. */
public interface ConsumerGroups {

    /**
     * Where every group is that says so. A partition that a group has committed nothing for counts from its start if the group has
     * committed something for another of the topic; a group that has committed nothing at all is not among them.
     *
     * @throws KafkaAway if none does
     */
    Look offsets();

    /**
     * The times of messages, as their senders or the broker stamped them.
     *
     * @return those that were found within a short time; empty for a place from which on nothing is left that can be read
     */
    Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places);
}

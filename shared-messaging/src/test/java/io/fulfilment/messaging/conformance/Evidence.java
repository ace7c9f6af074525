package io.fulfilment.messaging.conformance;

import java.util.List;
import java.util.Set;

/**
 * What a run leaves behind.
 *
 * @param answers one for each command
 * @param unpublished rows left in the queue
 * @param foreign records that are no messages, put on the commands' topic by others
 * @param parked the records of which there are copies among the dead letters
 */
record Evidence(History commands, History answers, long unpublished, List<Place> foreign, Set<Place> parked) {}

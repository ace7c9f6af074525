package io.fulfilment.console.lag;

import java.util.Map;

/**
 * What a look at Kafka saw.
 *
 * @param whole whether everything answered that was asked, so that what isn't here is gone
 */
public record Look(Map<GroupPartition, Offsets> offsets, boolean whole) {}

package io.fulfilment.planted.web;

import io.fulfilment.elsewhere.Neighbour;
import org.apache.kafka.common.TopicPartition;

record EndpointManager(Neighbour neighbour, TopicPartition partition) {}

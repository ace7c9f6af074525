package io.fulfilment.payment.persistence;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** Lifts the JSON of one version of a stored event to the next version. */
record Upcaster(StoredType type, int fromVersion, UnaryOperator<ObjectNode> lift) {}

/** Brings the starter's tables into a service's schema. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.migration;

import org.jspecify.annotations.NullMarked;

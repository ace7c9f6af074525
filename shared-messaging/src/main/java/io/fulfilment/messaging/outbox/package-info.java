/** The transactional outbox: rows held back until a transaction commits, written in one statement. Internal to the starter. */
@NullMarked
package io.fulfilment.messaging.outbox;

import org.jspecify.annotations.NullMarked;

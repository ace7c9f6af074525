/** The event store: keeps every record of every topic for ever, and lets operators read them. */
@NullMarked
package io.fulfilment.archive;

import org.jspecify.annotations.NullMarked;

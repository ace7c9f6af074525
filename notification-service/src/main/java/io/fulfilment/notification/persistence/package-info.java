/** Notifications in PostgreSQL. */
@NullMarked
package io.fulfilment.notification.persistence;

import org.jspecify.annotations.NullMarked;

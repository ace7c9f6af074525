/** What transactions of this starter need of the database's connections. */
@NullMarked
package io.fulfilment.messaging.database;

import org.jspecify.annotations.NullMarked;

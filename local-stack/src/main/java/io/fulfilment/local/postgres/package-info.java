/** A real PostgreSQL from embedded binaries. */
@NullMarked
package io.fulfilment.local.postgres;

import org.jspecify.annotations.NullMarked;

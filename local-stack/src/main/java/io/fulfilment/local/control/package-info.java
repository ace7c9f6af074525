/** How {@code ./run kill} and {@code ./run start} reach the running supervisor. */
@NullMarked
package io.fulfilment.local.control;

import org.jspecify.annotations.NullMarked;

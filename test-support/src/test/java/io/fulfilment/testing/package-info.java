/** Checks of the fixtures themselves. */
@NullMarked
package io.fulfilment.testing;

import org.jspecify.annotations.NullMarked;

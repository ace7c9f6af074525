/** Fixtures that tests of all modules share. */
@NullMarked
package io.fulfilment.testing;

import org.jspecify.annotations.NullMarked;

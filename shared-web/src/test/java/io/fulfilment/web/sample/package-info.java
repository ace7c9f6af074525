/** A service of the simplest kind. */
@NullMarked
package io.fulfilment.web.sample;

import org.jspecify.annotations.NullMarked;

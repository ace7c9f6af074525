/** Drives every order through its saga. */
@NullMarked
package io.fulfilment.saga;

import org.jspecify.annotations.NullMarked;

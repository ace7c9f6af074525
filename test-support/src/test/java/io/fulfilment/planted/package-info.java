/** Breaks the rules, so that they are seen to hold. */
@NullMarked
package io.fulfilment.planted;

import org.jspecify.annotations.NullMarked;

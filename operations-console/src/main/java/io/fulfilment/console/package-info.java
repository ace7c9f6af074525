/** The operators' console. */
@NullMarked
package io.fulfilment.console;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.console;

import org.jspecify.annotations.NullMarked;

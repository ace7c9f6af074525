@NullMarked
package io.fulfilment.local.traces;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.saga.preflight;

import org.jspecify.annotations.NullMarked;

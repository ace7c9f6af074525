@NullMarked
package io.fulfilment.saga.acts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.saga.diagram;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.saga.query;

import org.jspecify.annotations.NullMarked;

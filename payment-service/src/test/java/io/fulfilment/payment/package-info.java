@NullMarked
package io.fulfilment.payment;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.payment.persistence;

import org.jspecify.annotations.NullMarked;

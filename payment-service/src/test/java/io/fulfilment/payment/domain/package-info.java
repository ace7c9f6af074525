@NullMarked
package io.fulfilment.payment.domain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.payment.application;

import org.jspecify.annotations.NullMarked;

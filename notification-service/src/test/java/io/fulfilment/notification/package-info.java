@NullMarked
package io.fulfilment.notification;

import org.jspecify.annotations.NullMarked;

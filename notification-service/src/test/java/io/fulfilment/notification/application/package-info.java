@NullMarked
package io.fulfilment.notification.application;

import org.jspecify.annotations.NullMarked;

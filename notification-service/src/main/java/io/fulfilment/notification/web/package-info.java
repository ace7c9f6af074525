/** Notifications for their customers and for operators. */
@NullMarked
package io.fulfilment.notification.web;

import org.jspecify.annotations.NullMarked;

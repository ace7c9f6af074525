/** What notification-service is asked, answers and states. */
@NullMarked
package io.fulfilment.events.notification;

import org.jspecify.annotations.NullMarked;

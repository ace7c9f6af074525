@NullMarked
package io.fulfilment.notification.mail;

import org.jspecify.annotations.NullMarked;

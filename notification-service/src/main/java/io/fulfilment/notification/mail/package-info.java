/** Mail over SMTP: templates, connections, and what a failure means. */
@NullMarked
package io.fulfilment.notification.mail;

import org.jspecify.annotations.NullMarked;

/** The use cases: note what is to be told, have it sent, record what became of it. */
@NullMarked
package io.fulfilment.notification.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.fulfilment.messaging.database;

import org.jspecify.annotations.NullMarked;

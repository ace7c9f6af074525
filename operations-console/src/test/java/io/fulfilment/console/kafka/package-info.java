@NullMarked
package io.fulfilment.console.kafka;

import org.jspecify.annotations.NullMarked;

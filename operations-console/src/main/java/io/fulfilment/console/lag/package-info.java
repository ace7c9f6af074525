/** How far consumers are behind, from what was seen of their offsets. Knows neither Kafka nor a clock of its own. */
@NullMarked
package io.fulfilment.console.lag;

import org.jspecify.annotations.NullMarked;

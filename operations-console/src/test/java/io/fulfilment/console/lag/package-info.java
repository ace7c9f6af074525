@NullMarked
package io.fulfilment.console.lag;

import org.jspecify.annotations.NullMarked;

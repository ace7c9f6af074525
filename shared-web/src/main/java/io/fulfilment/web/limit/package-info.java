/** How much a caller may send, and how often. */
@NullMarked
package io.fulfilment.web.limit;

import org.jspecify.annotations.NullMarked;

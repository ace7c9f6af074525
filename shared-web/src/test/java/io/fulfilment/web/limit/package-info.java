/** Tests of what can be shown without a server. */
@NullMarked
package io.fulfilment.web.limit;

import org.jspecify.annotations.NullMarked;

/** Errors as RFC 9457 problem details: the same form for everything that goes wrong, wherever it does. */
@NullMarked
package io.fulfilment.web.problem;

import org.jspecify.annotations.NullMarked;

/** One id for everything that a request sets off. */
@NullMarked
package io.fulfilment.web.correlation;

import org.jspecify.annotations.NullMarked;

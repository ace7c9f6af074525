/** The operators' API. */
@NullMarked
package io.fulfilment.saga.web;

import org.jspecify.annotations.NullMarked;

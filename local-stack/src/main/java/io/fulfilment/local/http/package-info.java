/** A small HTTP server for JSON, for the stand-ins and the control endpoint. */
@NullMarked
package io.fulfilment.local.http;

import org.jspecify.annotations.NullMarked;

/** The service under test, and its process. */
@NullMarked
package io.fulfilment.messaging.conformance.service;

import org.jspecify.annotations.NullMarked;

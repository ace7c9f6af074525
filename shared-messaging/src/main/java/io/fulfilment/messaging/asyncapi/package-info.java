/** Describes what a service sends and receives, in the form that AsyncAPI gives to it, at {@code /v3/async-api}. */
@NullMarked
package io.fulfilment.messaging.asyncapi;

import org.jspecify.annotations.NullMarked;

/** The root of the language: what a message is, its type on the wire and its topic. */
@NullMarked
package io.fulfilment.events;

import org.jspecify.annotations.NullMarked;

/** Every message of the language in one list. */
@NullMarked
package io.fulfilment.events.catalogue;

import org.jspecify.annotations.NullMarked;

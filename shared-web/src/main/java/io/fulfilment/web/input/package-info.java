/** What texts and times clients may send, whichever service they talk to. */
@NullMarked
package io.fulfilment.web.input;

import org.jspecify.annotations.NullMarked;

/** Reading request bodies without leniency: what is not exactly as documented is refused, with a pointer to it. */
@NullMarked
package io.fulfilment.web.json;

import org.jspecify.annotations.NullMarked;

/** Values that messages carry; each refuses to exist in an invalid form. */
@NullMarked
package io.fulfilment.events.value;

import org.jspecify.annotations.NullMarked;

/** What our servlet filters have in common. */
@NullMarked
package io.fulfilment.web.filter;

import org.jspecify.annotations.NullMarked;

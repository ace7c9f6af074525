/** What clients of any service see, shown with a sample service. */
@NullMarked
package io.fulfilment.web;

import org.jspecify.annotations.NullMarked;

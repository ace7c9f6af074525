/** The HTTP interface. */
@NullMarked
package io.fulfilment.inventory.web;

import org.jspecify.annotations.NullMarked;

/** The rules of stock: levels that never go below zero, reservations of all lines or none. */
@NullMarked
package io.fulfilment.inventory.domain;

import org.jspecify.annotations.NullMarked;

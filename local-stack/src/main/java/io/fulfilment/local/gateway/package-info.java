/** The card-gateway simulator: a stand-in for a card processor. */
@NullMarked
package io.fulfilment.local.gateway;

import org.jspecify.annotations.NullMarked;

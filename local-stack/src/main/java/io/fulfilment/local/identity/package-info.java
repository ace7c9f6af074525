/** The local identity provider. */
@NullMarked
package io.fulfilment.local.identity;

import org.jspecify.annotations.NullMarked;

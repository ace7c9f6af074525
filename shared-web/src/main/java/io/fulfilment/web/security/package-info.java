/** Who may call: bearer tokens of one issuer, roles from their claims, denied unless allowed. */
@NullMarked
package io.fulfilment.web.security;

import org.jspecify.annotations.NullMarked;

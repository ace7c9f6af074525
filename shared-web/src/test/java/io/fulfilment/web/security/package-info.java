/** Tests of what can be shown without a server. */
@NullMarked
package io.fulfilment.web.security;

import org.jspecify.annotations.NullMarked;

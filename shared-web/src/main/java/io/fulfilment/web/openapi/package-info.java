/** What every service's OpenAPI document has in common. */
@NullMarked
package io.fulfilment.web.openapi;

import org.jspecify.annotations.NullMarked;

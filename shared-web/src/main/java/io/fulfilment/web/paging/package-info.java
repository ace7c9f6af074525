/** Lists in pages with opaque cursors, and strict query parameters. */
@NullMarked
package io.fulfilment.web.paging;

import org.jspecify.annotations.NullMarked;

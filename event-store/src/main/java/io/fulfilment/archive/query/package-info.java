/** Reading the archive by position, and streams by sequence. */
@NullMarked
package io.fulfilment.archive.query;

import org.jspecify.annotations.NullMarked;

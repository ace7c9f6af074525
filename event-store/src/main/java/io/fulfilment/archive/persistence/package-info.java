/** The archive's tables: append by COPY, positions by compare-and-set. */
@NullMarked
package io.fulfilment.archive.persistence;

import org.jspecify.annotations.NullMarked;

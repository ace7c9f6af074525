/** Append-only files of JSON lines that survive a crash. */
@NullMarked
package io.fulfilment.local.journal;

import org.jspecify.annotations.NullMarked;

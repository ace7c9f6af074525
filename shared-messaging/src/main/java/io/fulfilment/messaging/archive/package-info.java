/** Reading topics record by record, with positions kept by the reader: what an archive needs. */
@NullMarked
package io.fulfilment.messaging.archive;

import org.jspecify.annotations.NullMarked;

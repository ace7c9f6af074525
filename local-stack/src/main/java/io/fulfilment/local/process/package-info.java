/** Starts, watches and stops the processes of the local system. */
@NullMarked
package io.fulfilment.local.process;

import org.jspecify.annotations.NullMarked;

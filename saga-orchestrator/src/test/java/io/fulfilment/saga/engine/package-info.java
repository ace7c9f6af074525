/** Tests of the engine, and the conversation that tests of definitions are written as. */
@NullMarked
package io.fulfilment.saga.engine;

import org.jspecify.annotations.NullMarked;

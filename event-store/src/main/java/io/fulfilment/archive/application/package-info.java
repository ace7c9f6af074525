/** Archiving: what a record says about itself, and how it is stored exactly once. */
@NullMarked
package io.fulfilment.archive.application;

import org.jspecify.annotations.NullMarked;

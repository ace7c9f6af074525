/** Breaks the rules, so that they are seen to hold. */
@NullMarked
package io.fulfilment.planted.domain;

import org.jspecify.annotations.NullMarked;

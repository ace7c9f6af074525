/** Breaks the rules, so that they are seen to hold. */
@NullMarked
package io.fulfilment.planted.web;

import org.jspecify.annotations.NullMarked;

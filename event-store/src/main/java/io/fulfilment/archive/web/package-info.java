/** The HTTP interface, for operators. */
@NullMarked
package io.fulfilment.archive.web;

import org.jspecify.annotations.NullMarked;

/** The API, the pages, and who may see them. */
@NullMarked
package io.fulfilment.console.web;

import org.jspecify.annotations.NullMarked;

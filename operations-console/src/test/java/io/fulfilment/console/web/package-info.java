@NullMarked
package io.fulfilment.console.web;

import org.jspecify.annotations.NullMarked;

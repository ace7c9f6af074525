@NullMarked
package io.fulfilment.web.input;

import org.jspecify.annotations.NullMarked;

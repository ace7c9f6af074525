/** How every service presents itself over HTTP; each subpackage is one capability and configures itself. */
@NullMarked
package io.fulfilment.web;

import org.jspecify.annotations.NullMarked;

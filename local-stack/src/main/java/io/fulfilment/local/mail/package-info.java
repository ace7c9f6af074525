/** The mail inbox: takes every mail and shows it. */
@NullMarked
package io.fulfilment.local.mail;

import org.jspecify.annotations.NullMarked;

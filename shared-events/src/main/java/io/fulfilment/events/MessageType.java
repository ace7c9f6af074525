package io.fulfilment.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name and version of a message on the wire, independent of the name of its class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MessageType {

    /** A reverse-domain name without the version, such as {@code io.fulfilment.order.OrderPlaced}. */
    String value();

    /** Starts at 1 and rises with each incompatible change. */
    int version() default 1;
}

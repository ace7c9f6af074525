package io.fulfilment.payment.application;

/** The card processor. Not to be called inside a transaction: it takes its time. */
public interface CardGateway {

    /** Has the operation performed once, however often it is called with the same key. Doesn't throw. */
    GatewayAnswer perform(GatewayCall call);

    /** Whether it has been answering of late. While it hasn't, calls had better wait. */
    boolean isOpen();
}

package io.fulfilment.payment.application;

import java.util.Collection;

/** The read side, which follows each transition in the transaction that stores it. */
public interface ReadModel {

    void on(Collection<Transition> transitions);
}

package io.fulfilment.inventory.domain;

/** Remembers that the catalogue has been loaded. */
public interface CatalogueMark {

    /**
     * Sets the mark, and so claims the loading for this transaction. Of several at once, one gets it; the others wait for
     * the end of its transaction, and one of them gets it if that fails.
     *
     * @return whether it had not been set
     */
    boolean set();
}

package io.fulfilment.inventory.application;

import io.fulfilment.events.value.Sku;
import java.util.List;
import java.util.stream.Collectors;

/** Says what there is not enough of. */
final class Shortage {

    private static final int MOST_NAMED = 10;

    private Shortage() {}

    static String of(List<Sku> missing) {
        return "not enough of "
                + missing.stream().limit(MOST_NAMED).map(Sku::value).collect(Collectors.joining(", "));
    }
}

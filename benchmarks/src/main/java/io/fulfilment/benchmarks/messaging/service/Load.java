package io.fulfilment.benchmarks.messaging.service;

import io.fulfilment.events.Topic;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;

/**
 * Messages whose bodies have {@value #BODY_BYTES} bytes, over {@value #KEYS} keys that take turns.
 *
 * @param prefix of the keys: those of another load have sequences of their own
 */
public record Load(String prefix, int count) {

    public static final int KEYS = 10_000;
    public static final int BODY_BYTES = 300;
    public static final String TOPIC = Topic.of(StockAdjusted.class).topicName();

    private static final int REST_OF_BODY = "{\"sku\":\"\",\"delta\":,\"reason\":\"\"}".length();

    public String key(int number) {
        return prefix + "-" + number % KEYS;
    }

    public StockAdjusted message(int number) {
        int filling = BODY_BYTES
                - REST_OF_BODY
                - key(number).length()
                - Integer.toString(number).length();
        return new StockAdjusted(new Sku(key(number)), number, "x".repeat(filling));
    }
}

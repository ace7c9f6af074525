package io.fulfilment.messaging.relay;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the relay's producer is set: what the order of a key hangs on is not open to configuration. */
final class ProducerConfiguration {

    private ProducerConfiguration() {}

    static Map<String, Object> of(Map<String, Object> connection, RelaySettings settings, String service) {
        var configuration = new HashMap<>(connection);
        configuration.remove(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG);
        configuration.remove(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        configuration.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        configuration.remove(ProducerConfig.PARTITIONER_CLASS_CONFIG);
        configuration.remove(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG);
        configuration.remove(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
        configuration.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-relay");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        // One: the broker takes any first batch of a new producer, so a second on its way could get there before the
        // first, which is then tried again behind it.
        configuration.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        configuration.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        // A batch ends with a flush, which waits for no linger; while it is being handed over, records may gather.
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        configuration.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        configuration.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.sendTimeout().toMillis()));
        configuration.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(settings.sendTimeout().toMillis() / 3));
        configuration.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                Math.toIntExact(settings.sendTimeout().toMillis() / 5));
        return configuration;
    }
}

package io.fulfilment.payment.persistence;

import io.fulfilment.payment.domain.StoredEvent;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stored events as JSON and back, through the upcasters for what older programs stored. */
@Component
class StoredEventJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** In the order of the versions that they lift. None yet: every event is at its first version. */
    private static final List<Upcaster> HISTORY = List.of();

    private final List<Upcaster> upcasters;

    StoredEventJson() {
        this(HISTORY);
    }

    StoredEventJson(List<Upcaster> upcasters) {
        this.upcasters = List.copyOf(upcasters);
    }

    String write(StoredEvent event) {
        return JSON.writeValueAsString(event);
    }

    /** @throws IllegalStateException if the version is newer than this program, or no upcaster leads on from it */
    StoredEvent read(String name, int version, String payload) {
        StoredType type = StoredType.named(name);
        if (version == type.version()) {
            return JSON.readValue(payload, type.type());
        }
        ObjectNode lifted = lift(type, version, (ObjectNode) JSON.readTree(payload));
        return JSON.treeToValue(lifted, type.type());
    }

    private ObjectNode lift(StoredType type, int version, ObjectNode payload) {
        ObjectNode lifted = payload;
        for (int from = version; from != type.version(); from++) {
            lifted = upcaster(type, from).lift().apply(lifted);
        }
        return lifted;
    }

    private Upcaster upcaster(StoredType type, int from) {
        return upcasters.stream()
                .filter(candidate -> candidate.type() == type && candidate.fromVersion() == from)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no upcaster for " + type.storedName() + " version " + from));
    }
}

package io.fulfilment.payment.persistence;

import io.fulfilment.payment.application.Waiting;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The commands that wait for a call, as JSON. */
class WaitingJson {

    private static final TypeReference<List<Waiting>> TYPE = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();

    String write(List<Waiting> waiting) {
        return json.writeValueAsString(waiting);
    }

    List<Waiting> read(String text) {
        return json.readValue(text, TYPE);
    }
}

package io.fulfilment.messaging.asyncapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects on the class path, such as the landed schemas, which come with the language. */
final class JsonResources {

    private JsonResources() {}

    /** @throws IllegalStateException if there is none */
    static ObjectNode read(String path) {
        try (InputStream in = JsonResources.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

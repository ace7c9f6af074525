package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.SagaDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions by type and version. */
public final class SagaDefinitions {

    private record Key(String type, int version) {}

    private final Map<Key, SagaDefinition<?>> definitions;

    private SagaDefinitions(Map<Key, SagaDefinition<?>> definitions) {
        this.definitions = definitions;
    }

    /** @throws IllegalStateException if two have the same type and version */
    public static SagaDefinitions of(SagaDefinition<?>... definitions) {
        return new SagaDefinitions(Arrays.stream(definitions)
                .collect(Collectors.toUnmodifiableMap(
                        definition -> new Key(definition.type(), definition.version()), Function.identity())));
    }

    /** @throws IllegalStateException if the version isn't part of this program */
    public SagaDefinition<?> of(String type, int version) {
        var definition = definitions.get(new Key(type, version));
        if (definition == null) {
            throw new IllegalStateException("version " + version + " of saga " + type + " is unknown here");
        }
        return definition;
    }

    public Stream<SagaDefinition<?>> all() {
        return definitions.values().stream();
    }
}

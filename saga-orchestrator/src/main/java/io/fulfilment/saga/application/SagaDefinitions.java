package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.SagaDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions by type and version. */
public final class SagaDefinitions {

    private static final Comparator<SagaDefinition<?>> ORDER = Comparator.<SagaDefinition<?>, String>comparing(
                    definition -> definition.type())
            .thenComparing(definition -> -definition.version());

    private record Key(String type, int version) {}

    private final Map<Key, SagaDefinition<?>> definitions;

    private SagaDefinitions(Map<Key, SagaDefinition<?>> definitions) {
        this.definitions = definitions;
    }

    /** @throws IllegalStateException if two have the same type and version */
    public static SagaDefinitions of(Collection<SagaDefinition<?>> definitions) {
        return new SagaDefinitions(definitions.stream()
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

    /** In the order of their types, the newest version of each first. */
    public Stream<SagaDefinition<?>> all() {
        return definitions.values().stream().sorted(ORDER);
    }

    /** Whether the version is part of this program. */
    public boolean knows(String type, int version) {
        return definitions.containsKey(new Key(type, version));
    }
}

package io.fulfilment.messaging.codec;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a record declares without {@link Nullable} is there, all the way down. */
final class Completeness {

    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents())
                    .filter(component -> component.getAccessor().trySetAccessible())
                    .toList();
        }
    };

    private Completeness() {}

    /** @throws IllegalArgumentException naming the component that is missing */
    static void check(Object value) {
        if (value instanceof Collection<?> values) {
            values.forEach(Completeness::checkElement);
        } else if (value.getClass().isRecord()) {
            COMPONENTS.get(value.getClass()).forEach(component -> check(value, component));
        }
    }

    private static void checkElement(@Nullable Object element) {
        if (element == null) {
            throw new IllegalArgumentException("an element is null");
        }
        check(element);
    }

    private static void check(Object value, RecordComponent component) {
        Object content = read(value, component);
        if (content != null) {
            check(content);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new IllegalArgumentException(component.getName() + " is missing");
        }
    }

    private static @Nullable Object read(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component.getName() + " can't be read", e);
        }
    }
}

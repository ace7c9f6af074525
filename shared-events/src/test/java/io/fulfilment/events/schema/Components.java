package io.fulfilment.events.schema;

import com.github.victools.jsonschema.generator.MemberScope;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of records. One that may be null in Java may be absent in JSON. */
final class Components {

    private Components() {}

    static boolean isOptional(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static List<String> optionalOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** The place of a component in its record, so that a schema lists properties in that order. */
    static int position(MemberScope<?, ?> member) {
        var record = member.getDeclaringType().getErasedType();
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(member.getName());
    }
}

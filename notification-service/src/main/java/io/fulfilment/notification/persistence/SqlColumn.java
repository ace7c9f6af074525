package io.fulfilment.notification.persistence;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of each row as an array, which a statement for many rows takes with {@code unnest}. */
final class SqlColumn {

    private SqlColumn() {}

    /** As texts, which the statement casts to what they are. */
    static <R> @Nullable String[] of(Collection<R> rows, Function<? super R, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }
}

package io.fulfilment.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, as clients get it.
 *
 * @param next to be given as {@code cursor} for what follows, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was found.
     *
     * @param found up to {@link PageQuery#limit()} rows in the list's order
     * @param cursor the place of a row in that order
     */
    public static <T> Page<T> of(List<T> found, PageQuery query, Function<? super T, Cursor> cursor) {
        if (found.size() <= query.size()) {
            return new Page<>(found, null);
        }
        var items = found.subList(0, query.size());
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }

    /** The same page with other items in place of these. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }
}

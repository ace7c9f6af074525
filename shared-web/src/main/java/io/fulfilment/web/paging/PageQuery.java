package io.fulfilment.web.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for; a controller takes it as a parameter, read from {@code pageSize} and
 * {@code cursor}.
 *
 * @param size how many items at most
 * @param after the place after which to start, or null for the beginning
 */
public record PageQuery(int size, @Nullable Cursor after) {

    public static final int DEFAULT_SIZE = 50;
    public static final int LARGEST_SIZE = 200;

    static final String SIZE_PARAMETER = "pageSize";
    static final String CURSOR_PARAMETER = "cursor";

    public PageQuery {
        if (size < 1 || size > LARGEST_SIZE) {
            throw new IllegalArgumentException("a page has 1 to " + LARGEST_SIZE + " items");
        }
    }

    /** How many rows to look for: one more than fits, which tells whether there is more. */
    public int limit() {
        return size + 1;
    }
}

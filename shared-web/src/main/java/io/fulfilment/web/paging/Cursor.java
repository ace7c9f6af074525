package io.fulfilment.web.paging;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A place in a list: the values that it is ordered by. Opaque to clients, but not secret, and not to be trusted: a query
 * must not depend on it for what a caller may see.
 */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private final List<String> values;

    private Cursor(List<String> values) {
        this.values = values;
    }

    /** The place of an item with these values, whose texts must be able to say them. */
    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(Object::toString).toList());
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws ProblemException if it didn't
     */
    public static Cursor parse(String text) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            String joined = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            if (joined.indexOf('\0') >= 0) {
                throw forged();
            }
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw forged();
        }
    }

    private static ProblemException forged() {
        return Problem.invalid(Fault.ofParameter(PageQuery.CURSOR_PARAMETER, "is not a cursor of this list"))
                .asException();
    }

    /** The value at an index. Like all of these: a {@link ProblemException} if this is a cursor of another list. */
    public String text(int index) {
        return value(index, Function.identity());
    }

    public UUID uuid(int index) {
        return value(index, UUID::fromString);
    }

    public Instant instant(int index) {
        return value(index, Instant::parse);
    }

    public long number(int index) {
        return value(index, Long::valueOf);
    }

    private <T> T value(int index, Function<String, T> parser) {
        if (index >= values.size()) {
            throw forged();
        }
        try {
            return parser.apply(values.get(index));
        } catch (RuntimeException e) {
            throw forged();
        }
    }

    @Override
    public String toString() {
        byte[] joined = values.stream().collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined);
    }
}

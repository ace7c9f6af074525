package io.fulfilment.messaging.retry;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a log line says of a failure: classes and states of SQL only, for messages of exceptions may quote personal data. */
public final class Causes {

    private static final int DEEPEST = 10;

    private Causes() {}

    public static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(Causes::name)
                .collect(Collectors.joining(" < "));
    }

    private static String name(Throwable cause) {
        String name = cause.getClass().getSimpleName();
        return cause instanceof SQLException sql ? name + " " + sql.getSQLState() : name;
    }
}

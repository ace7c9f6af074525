package io.fulfilment.web.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Tells errors that pass by themselves from faults of ours. */
final class Outages {

    static final Problem DATABASE = Problem.unavailable("The database does not answer", Duration.ofSeconds(1));
    static final Problem IDENTITY_PROVIDER =
            Problem.unavailable("The identity provider does not answer", Duration.ofSeconds(1));

    /** Connection lost, transaction to be retried, out of resources, lock or query given up, server stopping. */
    private static final Pattern PASSING = Pattern.compile("08...|40...|53...|55P03|57014|57P0.");

    private Outages() {}

    static boolean isOutage(Throwable thrown) {
        var cause = Causes.find(thrown, SQLException.class);
        return cause != null && (cause instanceof SQLTransientException || hasPassingState(cause));
    }

    private static boolean hasPassingState(SQLException cause) {
        return cause.getSQLState() != null
                && PASSING.matcher(cause.getSQLState()).matches();
    }
}

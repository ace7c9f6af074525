package io.fulfilment.local.postgres;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database with the roles and schemas of all services. */
record Database(int port, Path rolesScript, UnaryOperator<String> passwords) {

    private static final String NAME = "fulfilment";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z_]+)_password}");

    /** Has PostgreSQL log no statement that fails, and no part of it: there are passwords in it. We tell what failed. */
    private static final String DISCREET = "-c log_min_messages=panic";

    /** The class of the errors that are mistakes in a script. */
    private static final String MISTAKE = "42";

    /**
     * Makes what is missing, and sets the passwords to those that the services get.
     *
     * @throws SQLException if it did not work this time, such as when PostgreSQL is not ready
     * @throws StartFailed if it never will
     */
    void provision() throws SQLException, IOException, StartFailed {
        try (Connection connection = connect("postgres")) {
            createDatabase(connection);
        }
        String script = script();
        try (Connection connection = connect(NAME);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script);
            connection.commit();
        } catch (SQLException e) {
            if (String.valueOf(e.getSQLState()).startsWith(MISTAKE)) {
                throw new StartFailed(rolesScript + " fails: " + e.getMessage());
            }
            throw e;
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + NAME);
            }
        }
    }

    private String script() throws IOException {
        return PLACEHOLDER
                .matcher(Files.readString(rolesScript))
                .replaceAll(match -> Matcher.quoteReplacement(passwords.apply(match.group(1))));
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", passwords.apply("postgres"));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("ApplicationName", "run");
        properties.setProperty("options", DISCREET);
        properties.setProperty("logServerErrorDetail", "false");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}

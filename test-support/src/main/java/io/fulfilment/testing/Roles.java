package io.fulfilment.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.core.io.ClassPathResource;

/** The roles and schemas of every service, as they are made everywhere else. */
final class Roles {

    private Roles() {}

    /** @param superuser connected to the database that the schemas are to be in */
    static void create(Connection superuser) throws IOException, SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(script());
        }
    }

    private static String script() throws IOException {
        String script = new ClassPathResource("postgres/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        for (String service : Infrastructure.SERVICES) {
            script = withPassword(script, Infrastructure.schemaOf(service));
            script = withPassword(script, Infrastructure.ownerOf(service));
        }
        return script;
    }

    private static String withPassword(String script, String role) {
        return script.replace("${" + role + "_password}", TestPasswords.of(role));
    }
}

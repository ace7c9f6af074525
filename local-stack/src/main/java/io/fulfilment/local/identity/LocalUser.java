package io.fulfilment.local.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may log in. The password of each is the name: this provider is a stand-in, and listens on loopback only. */
enum LocalUser {
    ALICE("customer"),
    BOB("customer"),
    OLIVIA("operator"),
    OSCAR("operator");

    private final String role;

    LocalUser(String role) {
        this.role = role;
    }

    String userName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String password() {
        return userName();
    }

    List<String> roles() {
        return List.of(role);
    }

    static Optional<LocalUser> named(String userName) {
        return Arrays.stream(values())
                .filter(user -> user.userName().equals(userName))
                .findFirst();
    }
}

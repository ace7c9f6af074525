package io.fulfilment.testing;

/** The passwords of the roles in tests: different for each, so that a mix-up is noticed. */
final class TestPasswords {

    private TestPasswords() {}

    static String of(String role) {
        return role + "-secret";
    }
}

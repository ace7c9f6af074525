package io.fulfilment.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@mail.example.co.uk", "o'neil@example.com", "x@localhost"})
    void takesAddresses(String text) {
        assertThat(EmailAddress.isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@@example.com",
                "ada@example..com",
                ".ada@example.com",
                "ada@-example.com",
                "ada@example.com,eve@example.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com\n",
                "Ada <ada@example.com>",
                "\"ada\"@example.com",
                "ada@[127.0.0.1]",
                "ada @example.com",
                "ada\u0000@example.com",
                "ad\u00e4@example.com"
            })
    void refusesEverythingElse(String text) {
        assertThat(EmailAddress.isValid(text)).isFalse();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(EmailAddress.isValid("a".repeat(65) + "@example.com")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b.".repeat(126) + "com")).isFalse();
    }
}

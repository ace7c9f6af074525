package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10|10",
                "wait=0|0",
                "Wait = 7|7",
                "wait=\"5\"|5",
                "respond-async, wait=3|3",
                "wait=4; foo=bar|4",
                "wait=2, wait=9|2",
                "wait=31|30",
                "wait=999999999|30"
            })
    void readsWhatTheRfcAllows(String header, int seconds) {
        assertThat(WaitPreference.in(List.of(header))).contains(new WaitPreference(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wait",
                "wait=",
                "wait=-1",
                "wait=1.5",
                "wait=ten",
                "await=3",
                "wait=99999999999",
                "return=minimal"
            })
    void passesOverWhatItCannotRead(String header) {
        assertThat(WaitPreference.in(List.of(header))).isEmpty();
    }

    @Test
    void looksThroughAllHeaders() {
        assertThat(WaitPreference.in(List.of("return=minimal", "wait=3")))
                .map(WaitPreference::applied)
                .contains("wait=3");
    }
}

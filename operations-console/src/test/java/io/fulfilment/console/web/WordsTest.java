package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "0.04, 0.0 s",
        "4.26, 4.3 s",
        "60, 1 min",
        "61.4, 1 min 1 s",
        "3600, 1 h",
        "7500, 2 h 5 min",
        "180000, 2 d 2 h"
    })
    void tellsTimesInTwoUnits(double seconds, String words) {
        assertThat(Words.time(seconds)).isEqualTo(words);
    }

    @Test
    void groupsDigits() {
        assertThat(Words.count(1234567)).isEqualTo("1,234,567");
        assertThat(Words.rate(0)).isEqualTo("0");
        assertThat(Words.rate(20.04)).isEqualTo("20.0");
        assertThat(Words.rate(1234.4)).isEqualTo("1,234");
    }

    @Test
    void saysWhenNoEndIsInSight() {
        assertThat(Words.drain(null)).isEqualTo("not in sight");
        assertThat(Words.drain(90.0)).isEqualTo("1 min 30 s");
    }
}

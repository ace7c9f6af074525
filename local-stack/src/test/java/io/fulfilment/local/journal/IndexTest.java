package io.fulfilment.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndexTest {

    private final Index index = new Index();

    @Test
    void findsTheEntriesOfAWordOldestFirst() {
        IntStream.range(0, 30_000).forEach(number -> index.add("word-" + number % 10_000));

        for (int word = 0; word < 10_000; word++) {
            assertThat(index.find("word-" + word)).containsExactly(word, word + 10_000, word + 20_000);
        }
        assertThat(index.find("another word")).isEmpty();
    }

    @Test
    void findsManyEntriesOfOneWord() {
        IntStream.range(0, 100_000).forEach(number -> index.add(number % 2 == 0 ? "even" : "odd"));

        assertThat(index.find("even"))
                .containsExactly(
                        IntStream.range(0, 50_000).map(half -> half * 2).toArray());
    }

    /** The strings have the same hash. */
    @Test
    void findsMoreRatherThanLess() {
        index.add("Aa");
        index.add("BB");

        assertThat(index.find("Aa")).containsExactly(0, 1);
    }
}

package io.fulfilment.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void makesWhatComesFirstBeforeItsOwnPreparation() throws Exception {
        Readiness twice = new Noted().after(() -> done.add("first"));

        twice.prepare();
        twice.check();

        assertThat(done).containsExactly("first", "own", "check");
    }

    private final class Noted implements Readiness {
        @Override
        public void prepare() {
            done.add("own");
        }

        @Override
        public void check() {
            done.add("check");
        }
    }
}

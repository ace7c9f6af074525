package io.fulfilment.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesOutPortsThatNoOutgoingConnectionTakes() {
        List<Integer> ports = Stream.generate(Ports::anyFree).limit(100).toList();

        assertThat(ports)
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(1024, 32_767));
    }
}

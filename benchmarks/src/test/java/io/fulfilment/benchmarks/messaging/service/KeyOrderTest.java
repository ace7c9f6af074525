package io.fulfilment.benchmarks.messaging.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyOrderTest {

    private final KeyOrder order = new KeyOrder();

    @Test
    void eachKeyHasAnOrderOfItsOwn() {
        see("a", 1, 2);
        see("b", 1);
        see("a", 3);

        assertThat(order.seen()).isEqualTo(new KeyOrder.Seen(4, 0, 0));
    }

    @Test
    void whatComesAgainIsCountedAndNoFault() {
        see("a", 1, 2, 1, 2, 3);

        assertThat(order.seen()).isEqualTo(new KeyOrder.Seen(3, 2, 0));
    }

    @Test
    void whatComesBeforeItsTurnIsMisplaced() {
        see("a", 1, 3, 2);

        assertThat(order.seen()).isEqualTo(new KeyOrder.Seen(2, 0, 1));
    }

    @Test
    void whatIsMissingLeavesTheRestOfItsKeyOutOfOrder() {
        see("a", 2, 3);

        assertThat(order.seen().inOrder()).isZero();
        assertThat(order.seen().misplaced()).isEqualTo(2);
    }

    private void see(String key, long... sequences) {
        for (long sequence : sequences) {
            order.see(key, sequence);
        }
    }
}

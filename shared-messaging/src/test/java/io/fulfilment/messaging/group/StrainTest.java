package io.fulfilment.messaging.group;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrainTest {

    private double busy;
    private final Strain strain = new Strain(() -> busy);

    @Test
    void aMachineWithTimeToSpareIsUnderNone() {
        settleAt(0.4);
        assertThat(strain.getAsDouble()).isZero();
    }

    @Test
    void aBusyMachineIsUnderAllOfIt() {
        settleAt(1);
        assertThat(strain.getAsDouble()).isEqualTo(1);
    }

    @Test
    void inBetweenItRises() {
        settleAt(0.75);
        assertThat(strain.getAsDouble()).isBetween(0.4, 0.6);
    }

    @Test
    void whereNobodyKnowsTheMachineCountsAsBusy() {
        settleAt(-1);
        assertThat(strain.getAsDouble()).isEqualTo(1);
    }

    private void settleAt(double load) {
        busy = load;
        for (int i = 0; i < 20; i++) {
            strain.sample();
        }
    }
}

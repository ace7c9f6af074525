package io.fulfilment.order.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.order.domain.Basket;
import io.fulfilment.order.domain.Placement;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final ShippingAddress HOME = new ShippingAddress("Ada", "Street 1", "London", "N1", "GB");

    @Test
    void isTheSameForTheSameContent() {
        assertThat(of("tok_ok", "ada@example.com", HOME, 2)).isEqualTo(of("tok_ok", "ada@example.com", HOME, 2));
    }

    @Test
    void differsWithAnyPartOfTheContent() {
        var base = of("tok_ok", "ada@example.com", HOME, 2);
        assertThat(base).isNotEqualTo(of("tok_flaky", "ada@example.com", HOME, 2));
        assertThat(base).isNotEqualTo(of("tok_ok", "eve@example.com", HOME, 2));
        assertThat(base).isNotEqualTo(of("tok_ok", "ada@example.com", HOME, 3));
        assertThat(base)
                .isNotEqualTo(of(
                        "tok_ok", "ada@example.com", new ShippingAddress("AdaS", "treet 1", "London", "N1", "GB"), 2));
    }

    /** Stored fingerprints must be recognised by every later version. */
    @Test
    void staysAsItWasStored() {
        assertThat(of("tok_ok", "ada@example.com", HOME, 2).value())
                .isEqualTo("00219bdec9429777761c14c96eba230d2e7a3a479728cfacfef7f5c00541ea4a");
    }

    private static Fingerprint of(String token, String email, ShippingAddress address, int quantity) {
        return Fingerprint.of(new Placement(
                new CustomerId("ada"),
                new Basket(List.of(new StockLine(new Sku("SKU-0001"), new Quantity(quantity)))),
                new PaymentInstrument(PaymentInstrument.Method.CARD, token),
                email,
                address));
    }
}

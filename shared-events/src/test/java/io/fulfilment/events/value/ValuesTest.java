package io.fulfilment.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class ValuesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9_999})
    void aQuantityIsANumberInJson(int pieces) {
        assertThat(JSON.writeValueAsString(new Quantity(pieces))).isEqualTo(Integer.toString(pieces));
        assertThat(JSON.readValue(Integer.toString(pieces), Quantity.class)).isEqualTo(new Quantity(pieces));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aQuantityHasBounds(int pieces) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantity(pieces))
                .withMessage("a quantity is between 1 and 9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"many\"", "{}", "[]", "99999999999", "true"})
    void aQuantityIsNotReadFromOtherJson(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Quantity.class)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SKU-0001", "a", "0", "A.b_c-9", "SKU-RARE"})
    void aSkuIsATextInJson(String sku) {
        assertThat(JSON.writeValueAsString(new Sku(sku))).isEqualTo('"' + sku + '"');
        assertThat(JSON.readValue('"' + sku + '"', Sku.class))
                .isEqualTo(new Sku(sku))
                .hasToString(sku);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-A", ".A", "A B", "A/B", "A\n", "Ä", "A\u0000", "A'--"})
    void aSkuHasAForm(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Sku(text));
    }

    @Test
    void aSkuHasAtMost64Characters() {
        assertThat(new Sku("A".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Sku("A".repeat(65)));
    }

    @Test
    void skusHaveAnOrder() {
        assertThat(new Sku("A")).isLessThan(new Sku("B")).isEqualByComparingTo(new Sku("A"));
    }

    @Test
    void aCustomerIdHas1To255Characters() {
        assertThat(new CustomerId("x".repeat(255))).hasToString("x".repeat(255));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId("x".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomerId(" "));
    }

    @Test
    void anAddressIsComplete() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingAddress("Ada", "1 Street", " ", "N1", "GB"))
                .withMessageContaining("a city has 1 to 1024 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingAddress("Ada", "1 Street", "London", "N1", "gb"))
                .withMessageContaining("a country is two capital letters");
        assertThatThrownBy(() -> JSON.readValue("{\"name\":\"Ada\",\"country\":\"GB\"}", ShippingAddress.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aTextIsCountedInCharactersAsPeopleDo() {
        var emoji = "\uD83C\uDFE0";

        assertThat(new ShippingAddress("Ada", emoji.repeat(1_024), "London", "N1", "GB").street())
                .hasSize(2_048);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShippingAddress("Ada", emoji.repeat(1_025), "London", "N1", "GB"));
    }

    @Test
    void aLineHasATotal() {
        var line = new OrderLine(new Sku("SKU-0001"), "Kettle", new Quantity(2), Money.of("19.99", "EUR"));

        assertThat(line.total()).isEqualTo(Money.of("39.98", "EUR"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrderLine(line.sku(), "", line.quantity(), line.unitPrice()));
    }

    @Test
    void aPaymentTokenIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentInstrument(PaymentInstrument.Method.CARD, " "))
                .withMessageContaining("a payment token");
    }
}

package io.fulfilment.events.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({
        "19.99,EUR,19.99",
        "20,EUR,20.00",
        "2E+1,EUR,20.00",
        "0,EUR,0.00",
        "500,JPY,500",
        "1.234,BHD,1.234",
        "0.0001,CLF,0.0001",
        "999999999999.99,EUR,999999999999.99"
    })
    void hasTheDecimalsOfItsCurrency(String amount, String currency, String written) {
        assertThat(Money.of(amount, currency)).hasToString(written + " " + currency);
        assertThat(JSON.writeValueAsString(Money.of(amount, currency)))
                .isEqualTo("{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(written, currency));
    }

    @Test
    void isEqualHoweverItWasWritten() {
        assertThat(Money.of("20", "EUR")).isEqualTo(Money.of("20.00", "EUR")).hasSameHashCodeAs(Money.of("2E1", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01,EUR",
        "19.999,EUR",
        "0.5,JPY",
        "1000000000000,EUR",
        "1E+999999999,EUR",
        "0E+999999999,EUR",
        "1E-999999999,EUR",
        "1E+12,EUR"
    })
    void refusesOtherAmounts(String amount, String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(amount, currency));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XAU", "XTS", "eur", "EURO", "", "ABC"})
    void refusesWhatNobodyPaysIn(String currency) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("10", currency));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":null,\"currency\":\"EUR\"}",
                "{\"amount\":\"1.00\",\"currency\":null}",
                "{\"amount\":\"1.00\"}",
                "{}",
                "{\"amount\":\"NaN\",\"currency\":\"EUR\"}",
                "{\"amount\":\"a lot\",\"currency\":\"EUR\"}",
                "{\"amount\":1E+999999999,\"currency\":\"EUR\"}",
                "{\"amount\":\"1\",\"currency\":\"XXX\"}"
            })
    void isNotReadFromOtherJson(String json) {
        assertThatThrownBy(() -> JSON.readValue(json, Money.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void isNotReadFromThousandsOfDigits() {
        assertThatThrownBy(() -> JSON.readValue(
                        "{\"amount\":\"%s\",\"currency\":\"EUR\"}".formatted("1".repeat(2_000)), Money.class))
                .isInstanceOf(JacksonException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1." + "0".repeat(100_000), "EUR"));
    }

    @Test
    void addsAndMultiplies() {
        var price = Money.of("19.99", "EUR");

        assertThat(price.plus(Money.of("0.01", "EUR"))).isEqualTo(Money.of("20.00", "EUR"));
        assertThat(price.times(new Quantity(3))).isEqualTo(Money.of("59.97", "EUR"));
        assertThat(Money.zero(Currency.getInstance("EUR")).plus(price)).isEqualTo(price);
    }

    @Test
    void refusesToMixCurrencies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .withMessage("cannot add USD to EUR");
    }

    @Test
    void refusesASumBeyondItsLimit() {
        var most = new Money(new BigDecimal("999999999999.99"), Currency.getInstance("EUR"));

        assertThatIllegalArgumentException().isThrownBy(() -> most.plus(Money.of("0.01", "EUR")));
        assertThatIllegalArgumentException().isThrownBy(() -> most.times(new Quantity(2)));
    }
}

package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of one currency, never negative, with exactly the currency's number of decimals; on the wire
 * {@code {"amount":"19.99","currency":"EUR"}}.
 *
 * @param amount up to 999,999,999,999 units of the currency; a text in JSON, so that nothing rounds it
 * @param currency an ISO 4217 currency that people pay in, so not {@code XXX} or gold
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, Currency currency) {

    private static final BigDecimal LIMIT = new BigDecimal("1000000000000");

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is no currency to pay in");
        }
        // The scale is bounded first: widening a number such as 1E+1000000000 would exhaust the memory.
        if (amount.scale() > currency.getDefaultFractionDigits() || amount.scale() < -12) {
            throw new IllegalArgumentException(
                    "an amount of " + currency + " has at most " + currency.getDefaultFractionDigits() + " decimals");
        }
        if (amount.signum() < 0 || amount.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("an amount is at least 0 and below " + LIMIT);
        }
        amount = amount.setScale(currency.getDefaultFractionDigits());
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** @throws IllegalArgumentException if the currencies differ */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money times(Quantity quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity.value())), currency);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}

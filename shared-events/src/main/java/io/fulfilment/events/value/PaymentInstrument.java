package io.fulfilment.events.value;

/**
 * How a customer pays.
 *
 * @param token what the card gateway gave the customer's browser for her card; a card number never comes here
 */
public record PaymentInstrument(Method method, String token) {

    public PaymentInstrument {
        Text.check("a payment token", token);
    }

    public enum Method {
        CARD
    }

    @Override
    public String toString() {
        return "PaymentInstrument[" + method + "]";
    }
}

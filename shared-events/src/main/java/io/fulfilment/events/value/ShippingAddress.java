package io.fulfilment.events.value;

/**
 * Where an order goes. Personal data: not for logs.
 *
 * @param country an ISO 3166-1 alpha-2 code
 */
public record ShippingAddress(String name, String street, String city, String postalCode, String country) {

    /** As a regular expression, without anchors. */
    public static final String COUNTRY_FORM = "[A-Z]{2}";

    public ShippingAddress {
        Text.check("a recipient's name", name);
        Text.check("a street", street);
        Text.check("a city", city);
        Text.check("a postal code", postalCode);
        if (!country.matches(COUNTRY_FORM)) {
            throw new IllegalArgumentException("a country is two capital letters (ISO 3166-1 alpha-2)");
        }
    }

    @Override
    public String toString() {
        return "ShippingAddress[" + country + "]";
    }
}

package io.fulfilment.events.value;

/**
 * Where an order goes. Personal data: not for logs.
 *
 * @param country an ISO 3166-1 alpha-2 code
 */
public record ShippingAddress(String name, String street, String city, String postalCode, String country) {

    @Override
    public String toString() {
        return "ShippingAddress[" + country + "]";
    }
}

package io.fulfilment.system;

/** What a customer orders, with an address of her own so that her mails can be told from others'. */
record OrderRequest(String sku, int quantity, String cardToken, String email) {

    static OrderRequest of(String sku, int quantity) {
        return new OrderRequest(sku, quantity, "tok_ok", "ada-" + java.util.UUID.randomUUID() + "@example.com");
    }

    OrderRequest paidWith(String token) {
        return new OrderRequest(sku, quantity, token, email);
    }

    String json() {
        return """
                {"lines":[{"sku":"%s","quantity":%d}],"payment":{"method":"CARD","token":"%s"},"email":"%s",\
                "shippingAddress":{"name":"Ada Lovelace","street":"12 St James Square","city":"London",\
                "postalCode":"SW1Y 4JH","country":"GB"}}""".formatted(sku, quantity, cardToken, email);
    }
}

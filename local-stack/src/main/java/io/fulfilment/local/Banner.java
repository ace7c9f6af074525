package io.fulfilment.local;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the user reads when everything is up: where things are, and something to try. */
final class Banner {

    private static final String TEXT = """

            Ready after {seconds} s, with {products} products to order.

              operations console    {8080}   (sign in as olivia, password olivia)
              order-service         {8081}
              payment-service       {8082}
              inventory-service     {8083}
              notification-service  {8084}
              saga-orchestrator     {8085}
              event-store           {8086}
              identity provider     {8090}   (alice, bob: customers; olivia, oscar: operators; password = name)
              card gateway          {8091}/ledger
              mail inbox            {8092}/messages
              PostgreSQL, Kafka     {postgres}, {kafka}{traces}
              logs                  {logs}/NAME.log

            Place an order, and see what becomes of it:

              TOKEN=$({run} token alice)
              ORDER=$(curl -s {8081}/orders \\
                -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(date +%s)-$RANDOM" -H 'Content-Type: application/json' \\
                -d '{"lines":[{"sku":"SKU-0001","quantity":2}],"payment":{"method":"CARD","token":"tok_ok"},"email":"ada@example.com","shippingAddress":{"name":"Ada Lovelace","street":"12 St James Square","city":"London","postalCode":"SW1Y 4JH","country":"GB"}}' \\
                | sed -E 's/.*"orderId":"([^"]+)".*/\\1/')
              curl -s {8081}/orders/$ORDER -H "Authorization: Bearer $TOKEN" -H 'Prefer: wait=10'

            Break something and see it recover: {run} kill payment-service, order, {run} start payment-service.
            Ctrl-C stops everything.
            """;

    private Banner() {}

    static String of(Parts parts, Layout layout, long products, Duration took) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "seconds", String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0),
                "products", Long.toString(products),
                "postgres", Parts.LOOPBACK + ":" + parts.port(Topology.POSTGRES),
                "traces", parts.isTraced() ? "\n  traces                " + parts.url(Topology.ZIPKIN) + "/zipkin" : "",
                "kafka", Parts.LOOPBACK + ":" + parts.port(Topology.KAFKA),
                "logs", layout.local().resolve("logs").toString(),
                "run", parts.runCommand()));
        for (int port = Topology.OPERATIONS_CONSOLE; port <= Topology.MAIL_INBOX; port++) {
            values.put(Integer.toString(port), parts.url(port));
        }
        String text = TEXT;
        for (var value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}

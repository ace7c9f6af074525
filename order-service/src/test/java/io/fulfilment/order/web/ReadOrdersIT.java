package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServiceIT
class ReadOrdersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private PriceList priceList;

    private final String customer = "ada-" + UUID.randomUUID();

    @BeforeEach
    void prices() {
        priceList.put(List.of(
                new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR")),
                new PricedProduct(new Sku("DESK"), "Desk", Money.of("250.00", "EUR"))));
    }

    @Test
    void showsAnOrderToItsCustomerAndToOperatorsOnly() {
        String path = ada().placed();
        assertThat(ada().get(path).statusCode()).isEqualTo(200);
        assertThat(Client.operator(port).get(path).statusCode()).isEqualTo(200);
        assertProblem(Client.customer(port, "bob").get(path), 404, "not-found");
        assertProblem(Client.customer(port, "bob").get(path, "Prefer", "wait=5"), 404, "not-found");
        assertProblem(Client.customer(port, "bob").get(path + "/stream"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01a20963-c79d-71e3-89c3-a2f4249575bd", "1-1-1-1-1", "none", "%00"})
    void knowsNoOtherOrders(String id) {
        assertThat(ada().get("/orders/" + id).statusCode()).isIn(400, 404);
    }

    @Test
    void letsNobodyInWithoutAToken() {
        for (String path : List.of("/orders", ada().placed())) {
            var anonymous = Client.send(ada().request(path).setHeader("Authorization", "Bearer none"));
            assertProblem(anonymous, 401, "unauthenticated");
        }
    }

    @Test
    void listsTheCallersOwnNewestFirstPageByPage() {
        var placed = Stream.generate(() -> ada().placed()).limit(5).toList();
        var seen = new ArrayList<String>();
        var pages = 0;
        String next = "";
        do {
            var page = list(ada(), "?pageSize=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items")
                    .forEach(order -> seen.add("/orders/" + order.get("orderId").stringValue()));
            next = page.get("next").isNull() ? "" : page.get("next").stringValue();
            pages++;
        } while (!next.isEmpty());
        assertThat(seen).containsExactlyElementsOf(placed.reversed());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void filters() {
        ada().placed();
        String between = Client.json(ada().get(ada().placed())).get("placedAt").stringValue();
        ada().place(Client.order("[{\"sku\":\"DESK\",\"quantity\":1},{\"sku\":\"LAMP\",\"quantity\":1}]"));
        assertThat(count(ada(), "?sku=DESK")).isEqualTo(1);
        assertThat(count(ada(), "?sku=LAMP")).isEqualTo(3);
        assertThat(count(ada(), "?status=PENDING")).isEqualTo(3);
        assertThat(count(ada(), "?status=COMPLETED")).isZero();
        assertThat(count(ada(), "?placedFrom=" + between)).isEqualTo(2);
        assertThat(count(ada(), "?placedTo=" + between)).isEqualTo(1);
        assertThat(count(ada(), "?placedFrom=" + between + "&placedTo=" + between))
                .isZero();
        assertThat(count(ada(), "?placedFrom=2999-01-01T00:00:00Z")).isZero();
        assertThat(count(ada(), "?status=&sku=&placedFrom=&placedTo=")).isEqualTo(3);
    }

    @Test
    void letsOnlyOperatorsNameACustomer() {
        ada().placed();
        assertThat(count(Client.operator(port), "?customerId=" + customer)).isEqualTo(1);
        assertProblem(Client.customer(port, "bob").get("/orders?customerId=" + customer), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pageSize=0",
                "pageSize=201",
                "pageSize=many",
                "cursor=forged",
                "cursor=KzEwMDAwMDAtMDEtMDFUMDA6MDA6MDBaHzExMTExMTExLTExMTEtMTExMS0xMTExLTExMTExMTExMTExMQ",
                "status=UNHEARD",
                "sku=%20",
                "sku=%3Cscript%3E",
                "placedFrom=yesterday",
                "placedFrom=-1000000-01-01T00:00:00Z",
                "placedFrom=2026-02-02T00:00:00Z&placedTo=2026-01-01T00:00:00Z",
                "unheard=1"
            })
    void refusesWhatItCannotSearchFor(String query) {
        assertProblem(ada().get("/orders?" + query), 400, "validation");
    }

    private Client ada() {
        return Client.customer(port, customer);
    }

    private static int count(Client client, String query) {
        return list(client, query).get("items").size();
    }

    private static JsonNode list(Client client, String query) {
        var response = client.get("/orders" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Client.json(response);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String name) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Client.json(response).get("type").stringValue()).isEqualTo("/problems/" + name);
    }
}

package io.fulfilment.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.ServiceIT;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Acts on many sagas, in a whole service. */
@ServiceIT
@DirtiesContext
class SagaActsIT {

    private final CloudEvents events = new CloudEvents();
    private final String mark = UUID.randomUUID().toString();
    private final OperatorApi api;

    SagaActsIT(@LocalServerPort int port) {
        api = new OperatorApi(port);
    }

    @AfterEach
    void close() {
        events.close();
        api.close();
    }

    @Test
    void decidesAndDoes(@Autowired JdbcClient jdbc) throws Exception {
        var sagas = List.of(started(), started());
        jdbc.sql("UPDATE saga_instance SET type = 'order-fulfilment', error = ? WHERE saga_id = ANY(?::uuid[])")
                .params(mark, sagas.toArray(String[]::new))
                .update();
        jdbc.sql("UPDATE saga_instance SET status = 'PARKED' WHERE error = ?")
                .param(mark)
                .update();
        var dryRun = api.post("/saga-acts", body("\"dryRun\":true"));
        assertThat(dryRun.statusCode()).isEqualTo(200);
        assertThat(dryRun.body()).isEqualTo("{\"matching\":2,\"allowing\":2}");
        var refused = api.post("/saga-acts", body("\"reason\":\"mended\",\"expected\":1"));
        api.assertProblem(refused, 409, "saga-conflict");
        var accepted = api.post("/saga-acts", body("\"dryRun\":false,\"reason\":\"mended\",\"expected\":2"));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(api.json(accepted).path("by").asString()).isEqualTo("olivia");
        assertThat(api.json(accepted).path("filter").path("error").asString()).isEqualTo(mark);
        var location = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(OperatorApi.PATIENCE).untilAsserted(() -> {
            var act = api.json(api.get(location));
            assertThat(act.path("status").asString()).isEqualTo("DONE");
            assertThat(act.path("done").asInt()).isEqualTo(2);
        });
        for (String saga : sagas) {
            assertThat(api.get("/sagas/" + saga).body()).contains("RETRY: mended", "olivia");
        }
        assertThat(api.json(api.get("/saga-acts?pageSize=1"))
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("mended");
        assertThat(api.post(location + "/stop", "{\"reason\":\"too late\"}").statusCode())
                .isEqualTo(200);
        assertThat(api.json(api.get(location)).path("stop").isNull()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        var reason = "\"reason\":\"mended\"";
        assertFault("/reason", body("\"expected\":1"));
        assertFault("/expected", body(reason));
        assertFault("/expected", body(reason + ",\"expected\":-1"));
        assertFault("/reason", body("\"reason\":\" \",\"expected\":1"));
        assertFault("/filter", "{\"act\":\"RETRY\",\"filter\":{},\"dryRun\":true}");
        assertFault("/filter", "{\"act\":\"RETRY\",\"filter\":{\"status\":[],\"error\":\"\"},\"dryRun\":true}");
        assertFault("/filter/status/0", "{\"act\":\"RETRY\",\"filter\":{\"status\":[null]},\"dryRun\":true}");
        assertFault("/filter/colour", "{\"act\":\"RETRY\",\"filter\":{\"colour\":\"red\"},\"dryRun\":true}");
        assertFault("/filter/error", "{\"act\":\"RETRY\",\"filter\":{\"error\":\"a\\nb\"},\"dryRun\":true}");
        assertFault("/act", "{\"act\":\"DELETE\",\"filter\":{\"step\":\"a\"},\"dryRun\":true}");
        assertFault(
                "/filter/startedTo",
                "{\"act\":\"RETRY\",\"dryRun\":true,\"filter\":{\"startedFrom\":\"2026-02-01T00:00:00Z\",\"startedTo\":\"2026-01-01T00:00:00Z\"}}");
        api.assertProblem(api.get("/saga-acts/0"), 404, "not-found");
        api.assertProblem(api.get("/saga-acts/x"), 404, "not-found");
        api.assertProblem(api.post("/saga-acts/0/stop", "{}"), 404, "not-found");
        api.assertProblem(api.get("/saga-acts?cursor=forged"), 400, "validation");
    }

    private void assertFault(String pointer, String body) throws IOException, InterruptedException {
        var refused = api.post("/saga-acts", body);
        api.assertProblem(refused, 400, "validation");
        assertThat(api.json(refused).path("errors").path(0).path("pointer").asString())
                .as(refused.body())
                .isEqualTo(pointer);
    }

    private String body(String more) {
        return "{\"act\":\"RETRY\",\"filter\":{\"status\":[\"PARKED\"],\"error\":\"" + mark + "\"}," + more + "}";
    }

    private String started() {
        return api.start(UUID.randomUUID(), events);
    }
}

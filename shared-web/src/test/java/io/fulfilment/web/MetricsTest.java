package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class MetricsTest extends SampleTest {

    /** A request is counted once its answer is out. */
    @Test
    void requestsAreCountedByHowLongTheyTook() {
        get("/caller");
        await().untilAsserted(
                        () -> assertThat(send(management("prometheus")).body().lines())
                                .anySatisfy(line -> assertThat(line)
                                        .startsWith("http_server_requests_seconds_bucket{")
                                        .contains("uri=\"/caller\"", "le=\"2.5\"")));
    }
}

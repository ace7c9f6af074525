package io.fulfilment.messaging.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersIT extends OperatorsTest {

    private static final List<String> ACTS = List.of(
            "/dead-letters/1/redrive",
            "/dead-letters/redrives",
            "/dead-letters/1/rehearsal",
            "/dead-letters/rehearsals",
            "/dead-letters/1/discard",
            "/dead-letters/discards");

    private static final List<String> VIEWS = List.of(
            "/dead-letters",
            "/dead-letters/groups",
            "/dead-letters/1",
            "/dead-letters/acts",
            "/dead-letters/redrives",
            "/dead-letters/redrives/1");

    @Test
    void listsWhatIsParkedTheOldestFirst() {
        var order = parked(3);
        var items = items("/dead-letters?key=" + order.subject());
        assertThat(items)
                .extracting(item -> item.path("reason").asString())
                .containsExactly("HANDLING_FAILED", "BEHIND_PARKED", "BEHIND_PARKED");
        var first = items.getFirst();
        assertThat(first.path("topic").asString()).isEqualTo("payment.commands");
        assertThat(first.path("key").asString()).isEqualTo(order.subject());
        assertThat(first.path("sequence").asInt()).isEqualTo(1);
        assertThat(first.path("type").asString()).isEqualTo(Voids.TYPE);
        assertThat(first.path("error").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(first.path("attempts").asInt()).isEqualTo(2);
        assertThat(Instant.parse(first.path("parkedAt").asString())).isBefore(Instant.now());
        assertThat(items.getLast().path("error").isNull()).isTrue();
    }

    @Test
    void pagesThroughWhatAFilterFinds() {
        var order = parked(3);
        parked(1);
        String filter = "/dead-letters?topic=payment.commands&pageSize=2&key=" + order.subject();
        var first = get(filter).json();
        assertThat(first.path("items")).hasSize(2);
        var second = get(filter + "&cursor=" + first.path("next").asString()).json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(items("/dead-letters?reason=HANDLING_FAILED&error=java.lang.IllegalStateException"))
                .hasSize(2);
        assertThat(items("/dead-letters?parkedFrom=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(items("/dead-letters?parkedTo=2100-01-01T00:00:00Z")).hasSize(4);
        assertThat(items("/dead-letters?type=other")).isEmpty();
    }

    @Test
    void showsOneWhole() {
        var order = parked(3);
        long second = letters(order).get(1);
        post("/dead-letters/" + second + "/rehearsal", "");

        var shown = get("/dead-letters/" + second).json();

        assertThat(shown.path("id").asLong()).isEqualTo(second);
        assertThat(shown.path("body").path("orderId").asString()).isEqualTo(order.subject());
        assertThat(shown.path("headers").toString()).contains("{\"name\":\"ce_sequence\",\"value\":\"2\"");
        assertThat(shown.path("before").asInt()).isEqualTo(1);
        assertThat(shown.path("behind").asInt()).isEqualTo(1);
        assertThat(shown.path("acts").path(0).path("act").asString()).isEqualTo("REHEARSE");
        var first = get("/dead-letters/" + letters(order).getFirst()).json();
        assertThat(first.path("stackTrace").asString()).contains("not yet", "VoidingService");
    }

    @Test
    void showsWhatIsNoJsonAsItIs() {
        var order = parkedBehindATruncatedOne(0);

        var shown = get("/dead-letters/" + letters(order).getFirst()).json();

        assertThat(shown.path("body").isNull()).isTrue();
        assertThat(shown.path("bodyBase64").asString()).isEqualTo("eyJzYWdhSWQiOiI=");
    }

    @Test
    void groupsKeysByWhatTheyStandStillFor() {
        parked(3);
        parked(1);
        parkedBehindATruncatedOne(1);

        var groups = items("/dead-letters/groups");

        assertThat(groups)
                .extracting(group -> group.path("reason").asString() + " "
                        + group.path("keys").asInt() + " "
                        + group.path("messages").asInt())
                .containsExactly("HANDLING_FAILED 2 4", "UNREADABLE 1 2");
    }

    @Test
    void isNobodyElsesBusiness() {
        for (String path : VIEWS) {
            assertThat(send(request(path, "").GET()).problem()).isEqualTo("401 /problems/unauthenticated");
            assertThat(send(request(path, ALICE).GET()).problem()).isEqualTo("403 /problems/forbidden");
        }
        for (String path : ACTS) {
            var body = BodyPublishers.ofString(REASON);
            assertThat(send(request(path, "").POST(body)).problem()).isEqualTo("401 /problems/unauthenticated");
            assertThat(send(request(path, ALICE).POST(body)).problem()).isEqualTo("403 /problems/forbidden");
        }
        assertThat(send(request("/dead-letters/redrives/1", ALICE).DELETE()).status())
                .isEqualTo(403);
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        for (String path : List.of("/dead-letters/0", "/dead-letters/nonsense", "/dead-letters/redrives/0")) {
            assertThat(get(path).problem()).isEqualTo("404 /problems/not-found");
        }
        for (String act : List.of("redrive", "rehearsal", "discard")) {
            assertThat(post("/dead-letters/0/" + act, REASON).problem()).isEqualTo("404 /problems/not-found");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dead-letters?reason=BAD_LUCK",
                "/dead-letters?parkedFrom=yesterday",
                "/dead-letters?parkedFrom=2026-01-02T00:00:00Z&parkedTo=2026-01-01T00:00:00Z",
                "/dead-letters?parkedTo=-1000000-01-01T00:00:00Z",
                "/dead-letters?colour=red",
                "/dead-letters?cursor=forged",
                "/dead-letters/acts?pageSize=0"
            })
    void refusesToLookForWhatItDoesNotUnderstand(String path) {
        assertThat(get(path).problem()).isEqualTo("400 /problems/validation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/redrive {}",
                "/1/redrive {\"reason\":\" \"}",
                "/1/redrive {\"reason\":\"a\\nb\"}",
                "/1/redrive {\"reason\":\"a\",\"until\":7}",
                "/1/discard {\"reason\":\"\"}",
                "/redrives {\"reason\":\"a\"}",
                "/redrives {\"reason\":\"a\",\"filter\":{}}",
                "/redrives {\"reason\":\"a\",\"filter\":{\"topic\":\"\"}}",
                "/redrives {\"filter\":{\"topic\":\"t\"}}",
                "/redrives {\"reason\":\"a\",\"filter\":{\"topic\":\"t\"},\"perSecond\":1001}",
                "/redrives {\"reason\":\"a\",\"filter\":{\"topic\":\"t\"},\"perSecond\":0}",
                "/discards {\"reason\":\"a\",\"filter\":{\"colour\":\"red\"}}",
                "/discards {\"reason\":\"a\",\"filter\":{}}",
                "/rehearsals {\"filter\":{\"topic\":\"t\"},\"most\":1001}"
            })
    void refusesToDoWhatItDoesNotUnderstand(String act) {
        String[] parts = act.split(" ", 2);
        assertThat(post("/dead-letters" + parts[0], parts[1]).problem()).isEqualTo("400 /problems/validation");
    }

    @Test
    void documentsItself() {
        var paths = get("/v3/api-docs").json().path("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/dead-letters",
                        "/dead-letters/groups",
                        "/dead-letters/acts",
                        "/dead-letters/{id}",
                        "/dead-letters/{id}/redrive",
                        "/dead-letters/{id}/rehearsal",
                        "/dead-letters/{id}/discard",
                        "/dead-letters/redrives",
                        "/dead-letters/redrives/{redriveId}",
                        "/dead-letters/rehearsals",
                        "/dead-letters/discards");
        var redrive = paths.path("/dead-letters/{id}/redrive").path("post").path("responses");
        assertThat(redrive.propertyNames()).contains("202", "400", "401", "403", "404", "409");
        var group = paths.path("/dead-letters/redrives").path("post").path("responses");
        assertThat(group.propertyNames()).contains("200", "202");
    }
}

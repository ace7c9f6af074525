package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.testing.TestTokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityTest extends SampleTest {

    static Stream<String> refusedTokens() {
        return Stream.of(
                "nonsense",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.",
                ALICE + "x",
                ALICE + "!",
                " " + ALICE,
                TestTokens.of("alice").expired().customer(),
                TestTokens.of("alice").issuedBy("http://elsewhere").customer(),
                TestTokens.of("").customer(),
                TestTokens.of("x".repeat(256)).customer(),
                TestTokens.of("alice").forged());
    }

    @ParameterizedTest
    @MethodSource("refusedTokens")
    void aTokenThatIsNotOursIsRefused(String token) {
        var answer = send(as(token, "/caller"));
        assertThat(answer.problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/caller", "/nowhere", "/error", "/operators/secret", "/actuator/health", "/actuator/env"})
    void nothingIsServedWithoutAToken(String path) {
        var answer = send(request(path));
        assertThat(answer.problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer \"'", "bearer a b"})
    void aHeaderThatHoldsNoTokenIsRefused(String header) {
        assertThat(send(request("/caller").header("Authorization", header)).problem())
                .isEqualTo("401 /problems/unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/forgotten", "/nowhere", "/error", "/.well-known/oauth-protected-resource", "/actuator/health"})
    void whatNoRuleListsIsThereForNobody(String path) {
        assertThat(get(path).problem()).isEqualTo("404 /problems/not-found");
        assertThat(send(as(OLIVIA, path)).problem()).isEqualTo("404 /problems/not-found");
        assertThat(send(request(path)).problem()).isEqualTo("401 /problems/unauthenticated");
    }

    @Test
    void operatorsGetToWhatIsTheirs() {
        assertThat(send(as(OLIVIA, "/operators/secret")).status()).isEqualTo(200);
        assertThat(send(as(TestTokens.of("eve").withRoles(), "/operators/secret"))
                        .problem())
                .isEqualTo("403 /problems/forbidden");
    }

    @Test
    void aControllerKnowsItsCaller() {
        assertThat(get("/caller").json().path("caller").toString())
                .isEqualTo("{\"subject\":\"alice\",\"operator\":false}");
        assertThat(send(as(OLIVIA, "/caller")).json().at("/caller/operator").asBoolean())
                .isTrue();
    }

    @Test
    void answersAreNotCachedAndLeaveNoSession() {
        var answer = get("/caller");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"health/liveness", "prometheus", "info"})
    void theManagementPortIsOpenForWhatOperationsNeed(String endpoint) {
        assertThat(send(management(endpoint)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "heapdump", "beans", "shutdown"})
    void theManagementPortGivesNothingElseAway(String endpoint) {
        assertThat(send(management(endpoint)).status()).isEqualTo(401);
    }

    @Test
    void theManagementPortAnswersWithProblemsToo() {
        assertThat(send(management("nowhere")).problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(send(management("info/nowhere")).problem()).isEqualTo("404 /problems/not-found");
        assertThat(send(management("info").header("Accept", "text/html").DELETE())
                        .problem())
                .isEqualTo("405 /problems/method-not-allowed");
        assertThat(send(management("info").header("Accept", "text/html")).problem())
                .isEqualTo("406 /problems/not-acceptable");
    }

    @Test
    void aServiceWithoutItsDatabaseIsNotReady() {
        assertThat(send(management("health/readiness")).status()).isEqualTo(503);
    }
}

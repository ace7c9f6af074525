package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest extends SampleTest {

    @ParameterizedTest
    @CsvSource({
        "/nowhere,                    404 /problems/not-found",
        "/error,                      404 /problems/not-found",
        "/parcels/1,                  404 /problems/not-found",
        "/parcels?pageSize=0,         400 /problems/validation",
        "/parcels?pageSize=201,       400 /problems/validation",
        "/parcels?pageSize=many,      400 /problems/validation",
        "/parcels?cursor=forged!,     400 /problems/validation",
        "/parcels?cursor=YWJj,        400 /problems/validation",
        "/parcels?cursor=gICA,        400 /problems/validation",
        "/parcels?from=yesterday,     400 /problems/validation",
        "/parcels?of=1&of=2,          400 /problems/validation",
        "/parcels?colour=red,         400 /problems/validation",
        "/headers,                    400 /problems/validation",
        "/operators/secret,           403 /problems/forbidden",
        "/broken,                     500 /problems/internal-error",
        "/unreadable,                 409 /problems/conflict",
        "/own,                        422 /problems/unknown-thing",
        "/database,                   503 /problems/dependency-unavailable",
    })
    void everyErrorIsAProblem(String path, String expected) {
        assertThat(get(path).problem()).isEqualTo(expected);
    }

    @Test
    void aProblemSaysWhereItAroseAndNothingMore() {
        var problem = get("/broken").json();
        assertThat(problem.propertyNames()).containsExactlyInAnyOrder("type", "title", "status", "detail", "instance");
        assertThat(problem.path("instance").asString()).isEqualTo("/broken");
        assertThat(problem.toString()).doesNotContain("SECRET-DETAIL");
        assertThat(get("/unreadable").json().path("instance").asString()).isEqualTo("/unreadable");
        assertThat(get("/unreadable").body()).doesNotContain("SECRET-DETAIL");
    }

    @Test
    void whatPassesComesWithATimeToTryAgain() {
        assertThat(get("/database").header("Retry-After")).isEqualTo("1");
        assertThat(get("/unavailable").problem()).isEqualTo("503 /problems/dependency-unavailable");
        assertThat(get("/unavailable").header("Retry-After")).isEqualTo("1");
    }

    @Test
    void theMethodsAllowedAreNamed() {
        var answer = send(as(ALICE, "/parcels").DELETE());
        assertThat(answer.problem()).isEqualTo("405 /problems/method-not-allowed");
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void onlyJsonIsSpoken() {
        assertThat(send(as(ALICE, "/parcels").header("Accept", "application/xml"))
                        .problem())
                .isEqualTo("406 /problems/not-acceptable");
        assertThat(send(as(ALICE, "/parcels").header("Accept", "application/yaml"))
                        .problem())
                .isEqualTo("406 /problems/not-acceptable");
        assertThat(send(as(ALICE, "/nowhere").header("Accept", "text/html")).problem())
                .isEqualTo("404 /problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/yaml", "text/plain", "application/x-www-form-urlencoded", "application/octet-stream"
            })
    void onlyJsonIsRead(String type) {
        var body = HttpRequest.BodyPublishers.ofString("{name: a, items: []}");
        assertThat(send(as(ALICE, "/parcels").header("Content-Type", type).POST(body))
                        .problem())
                .isEqualTo("415 /problems/unsupported-media-type");
    }

    @Test
    void faultsOutsideTheBodyAreNamedByParameterOrHeader() {
        assertThat(get("/parcels?colour=red").json().at("/errors/0/parameter").asString())
                .isEqualTo("colour");
        assertThat(get("/headers").json().at("/errors/0/header").asString()).isEqualTo("Some-Header");
        var tooLong = send(as(ALICE, "/headers").header("Some-Header", "long"));
        assertThat(tooLong.json().at("/errors/0/header").asString()).isEqualTo("Some-Header");
    }
}

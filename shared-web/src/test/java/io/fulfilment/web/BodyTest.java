package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest extends SampleTest {

    private static final int LIMIT = 64 * 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a\",\"items\":[]}",
                "{\"name\":\"<b>'; DROP TABLE --\\u202e\",\"note\":null,\"items\":[{\"code\":\"C-1\",\"count\":2}]}",
                "{\"name\":\"a\",\"items\":[],\"weight\":\"1.50\",\"colour\":\"RED\",\"fragile\":true}",
                "{\"name\":\"a\",\"items\":[],\"id\":\"0199c1a4-0000-7000-8000-000000000000\"}",
            })
    void whatIsAsDocumentedIsAccepted(String body) {
        assertThat(post("/parcels", body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"name\":\"a\"",
                "{\"name\":}",
                "{'name':'a'}",
                "{\"name\":\"a\",\"items\":[],}",
                "{\"name\":\"a\",\"items\":[]} {}",
                "{\"name\":\"a\",\"items\":[]} x",
                "{\"name\":\"a\",\"items\":[],\"weight\":NaN}",
                "{\"name\":\"a\",\"items\":[],\"weight\":01}",
                "{\"name\":\"a\nb\",\"items\":[]}",
                "/* */ {\"name\":\"a\",\"items\":[]}",
            })
    void whatIsNoJsonIsMalformed(String body) {
        assertThat(post("/parcels", body).problem()).isEqualTo("400 /problems/malformed-json");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] body = "{\"name\":\"\u00e4\",\"items\":[]}".getBytes(StandardCharsets.ISO_8859_1);
        var answer = send(as(ALICE, "/parcels")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        assertThat(answer.problem()).isEqualTo("400 /problems/malformed-json");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("null", ""),
                arguments("[]", ""),
                arguments("\"text\"", ""),
                arguments("{\"items\":[]}", "/name"),
                arguments("{\"name\":null,\"items\":[]}", "/name"),
                arguments("{\"name\":\" \",\"items\":[]}", "/name"),
                arguments("{\"name\":5,\"items\":[]}", "/name"),
                arguments("{\"name\":{},\"items\":[]}", "/name"),
                arguments("{\"name\":\"\\u0000\",\"items\":[]}", "/name"),
                arguments("{\"name\":\"\\ud800\",\"items\":[]}", "/name"),
                arguments("{\"name\":\"" + "x".repeat(1_025) + "\",\"items\":[]}", "/name"),
                arguments("{\"name\":\"" + "\ud83d\ude80".repeat(1_025) + "\",\"items\":[]}", "/name"),
                arguments("{\"name\":\"a\",\"items\":[],\"status\":\"PAID\"}", "/status"),
                arguments("{\"name\":\"a\",\"items\":[],\"a/b~c\":1}", "/a~1b~0c"),
                arguments("{\"name\":\"a\",\"name\":\"b\",\"items\":[]}", "/name"),
                arguments("{\"name\":\"a\",\"items\":{}}", "/items"),
                arguments("{\"name\":\"a\",\"items\":[null]}", "/items/0"),
                arguments(item("{\"code\":\"C-1\"}"), "/items/0/count"),
                arguments(item("{\"code\":\"C-1\",\"count\":null}"), "/items/0/count"),
                arguments(item("{\"code\":\"C-1\",\"count\":\"2\"}"), "/items/0/count"),
                arguments(item("{\"code\":\"C-1\",\"count\":1.5}"), "/items/0/count"),
                arguments(item("{\"code\":\"C-1\",\"count\":true}"), "/items/0/count"),
                arguments(item("{\"code\":\"C-1\",\"count\":99999999999}"), "/items/0/count"),
                // The parser gives up before it hands the number over, so that only its object is known.
                arguments(item("{\"code\":\"C-1\",\"count\":" + "9".repeat(2_000) + "}"), "/items/0"),
                arguments(item("{\"code\":\"C-1\",\"count\":10000}"), "/items/0/count"),
                arguments(item("{\"code\":\"D-1\",\"count\":1}"), "/items/0/code"),
                arguments(item("{\"code\":1,\"count\":1}"), "/items/0/code"),
                arguments(item("{\"code\":\"C-1\",\"count\":1,\"price\":1}"), "/items/0/price"),
                arguments(item("{\"code\":\"C-1\",\"count\":1,\"count\":2}"), "/items/0/count"),
                arguments("{\"name\":\"a\",\"items\":[],\"colour\":\"BLUE\"}", "/colour"),
                arguments("{\"name\":\"a\",\"items\":[],\"colour\":\"red\"}", "/colour"),
                arguments("{\"name\":\"a\",\"items\":[],\"colour\":\"\"}", "/colour"),
                arguments("{\"name\":\"a\",\"items\":[],\"colour\":1}", "/colour"),
                arguments("{\"name\":\"a\",\"items\":[],\"id\":\"1\"}", "/id"),
                arguments("{\"name\":\"a\",\"items\":[],\"weight\":\"NaN\"}", "/weight"),
                arguments("{\"name\":\"a\",\"items\":[],\"weight\":\"\"}", "/weight"),
                arguments("{\"name\":\"a\",\"items\":[],\"fragile\":\"true\"}", "/fragile"),
                arguments("{\"name\":\"a\",\"items\":[],\"fragile\":1}", "/fragile"));
    }

    private static String item(String item) {
        return "{\"name\":\"a\",\"items\":[" + item + "]}";
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsNotAsDocumentedIsPointedAt(String body, String pointer) {
        var answer = post("/parcels", body);
        assertThat(answer.problem()).isEqualTo("400 /problems/validation");
        var fault = answer.json().at("/errors/0");
        assertThat(fault.path("pointer").asString()).isEqualTo(pointer);
        assertThat(fault.path("detail").asString())
                .isNotBlank()
                .doesNotContain("java")
                .doesNotContain("Sample");
    }

    @Test
    void tooLongATextIsToldSo() {
        var answer = post("/parcels", "{\"name\":\"" + "x".repeat(1_025) + "\",\"items\":[]}");
        assertThat(answer.json().at("/errors/0/detail").asString()).contains("at most 1024 characters");
    }

    @Test
    void allFaultsThatBeanValidationFindsAreNamed() {
        var answer = post(
                "/parcels",
                "{\"name\":\"\",\"items\":[{\"code\":\"C-1\",\"count\":10000},{\"code\":\"C-1\",\"count\":10000}]}");
        assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .map(fault -> fault.path("pointer").asString()))
                .containsExactlyInAnyOrder("/name", "/items/0/count", "/items/1/count");
    }

    @Test
    void aHundredFaultsAreEnough() {
        String item = "{\"code\":\"C-1\",\"count\":10000}";
        var answer = post("/parcels", item((item + ",").repeat(999) + item));
        assertThat(answer.problem()).isEqualTo("400 /problems/validation");
        assertThat(answer.json().path("errors").size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e4", "\ud83d\ude80"})
    void aStringOfTheGreatestLengthIsAccepted(String character) {
        String name = character.repeat(1_024);
        assertThat(post("/parcels", "{\"name\":\"" + name + "\",\"items\":[]}")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void nestingEndsAtTwenty() {
        assertThat(post("/parcels", "[".repeat(21) + "]".repeat(21)).problem()).isEqualTo("400 /problems/validation");
        assertThat(post("/parcels", "[".repeat(60_000)).problem()).isEqualTo("400 /problems/validation");
    }

    @Test
    void aBodyOfTheGreatestSizeIsRead() {
        assertThat(post("/parcels", padded(LIMIT)).status()).isEqualTo(200);
        assertThat(post("/parcels", padded(LIMIT + 1)).problem()).isEqualTo("413 /problems/payload-too-large");
    }

    @Test
    void aBodyOfUnknownSizeIsReadToTheLimit() {
        assertThat(postInChunks(padded(LIMIT)).status()).isEqualTo(200);
        assertThat(postInChunks(padded(LIMIT + 1)).problem()).isEqualTo("413 /problems/payload-too-large");
        assertThat(postInChunks(padded(40 * LIMIT)).problem()).isEqualTo("413 /problems/payload-too-large");
    }

    @Test
    void aBodyThatGetsTooLongInsideAListIsTooLargeToo() {
        String item = "{\"code\":\"C-1\",\"count\":1}";
        assertThat(postInChunks(item((item + ",").repeat(LIMIT / 10) + item)).problem())
                .isEqualTo("413 /problems/payload-too-large");
    }

    @Test
    void anErrorOfOursWhileABodyIsReadIsNotTheClients() {
        var answer = post("/parcels", item("{\"code\":\"C-BROKEN\",\"count\":1}"));
        assertThat(answer.problem()).isEqualTo("500 /problems/internal-error");
        assertThat(answer.body()).doesNotContain("SECRET-DETAIL");
    }

    private Answer postInChunks(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(as(ALICE, "/parcels")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
    }

    private static String padded(int size) {
        String body = "{\"name\":\"a\",\"items\":[]}";
        return " ".repeat(size - body.length()) + body;
    }
}

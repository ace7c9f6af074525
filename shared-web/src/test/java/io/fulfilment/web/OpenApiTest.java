package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenApiTest extends SampleTest {

    @Test
    void theDocumentIsOpenToAll() {
        var document = send(request("/v3/api-docs")).json();
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/info/title").asString()).isEqualTo("sample-service");
        assertThat(document.at("/components/securitySchemes/accessToken/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void everyOperationNamesItsProblems() {
        var paths = send(request("/v3/api-docs")).json().path("paths");
        assertThat(paths.propertyNames()).contains("/parcels", "/parcels/{id}").doesNotContain("/error");
        paths.forEach(path -> path.forEach(operation -> assertThat(operation
                        .at("/responses/401/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem")));
    }

    @Test
    void aListNamesItsParameters() {
        var parameters = send(request("/v3/api-docs"))
                .json()
                .at("/paths/~1parcels/get/parameters")
                .toString();
        assertThat(parameters)
                .contains("\"pageSize\"", "\"cursor\"", "\"from\"")
                .doesNotContain("\"query\"}");
        var own = send(request("/v3/api-docs")).json().at("/paths/~1caller/get");
        assertThat(own.has("parameters")).isFalse();
    }
}

package io.fulfilment.web.openapi;

import io.fulfilment.web.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Adds to every operation the problems that any of them may answer with. */
class DocumentedProblems implements GlobalOpenApiCustomizer {

    private static final String NAME = "Problem";
    private static final List<ProblemType> EVERYWHERE = List.of(
            ProblemType.VALIDATION,
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.RATE_LIMITED,
            ProblemType.DEPENDENCY_UNAVAILABLE);

    @Override
    public void customise(OpenAPI document) {
        var components = Objects.requireNonNullElseGet(document.getComponents(), Components::new);
        document.setComponents(components.addSchemas(NAME, schema()));
        if (document.getPaths() != null) {
            document.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> document(operation, path)));
        }
    }

    private static void document(Operation operation, String path) {
        var responses = Objects.requireNonNullElseGet(operation.getResponses(), ApiResponses::new);
        operation.setResponses(responses);
        EVERYWHERE.forEach(type -> add(responses, type));
        if (path.contains("{")) {
            add(responses, ProblemType.NOT_FOUND);
        }
    }

    private static void add(ApiResponses responses, ProblemType type) {
        responses.putIfAbsent(
                Integer.toString(type.status()),
                new ApiResponse().description(type.title()).content(content()));
    }

    private static Content content() {
        var reference = new Schema<>().$ref("#/components/schemas/" + NAME);
        return new Content().addMediaType("application/problem+json", new MediaType().schema(reference));
    }

    private static Schema<?> schema() {
        var fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the body"))
                .addProperty("parameter", new StringSchema())
                .addProperty("header", new StringSchema())
                .addProperty("detail", new StringSchema());
        var problem = new ObjectSchema();
        problem.setDescription("RFC 9457");
        problem.setRequired(List.of("type", "title", "status"));
        problem.addProperty("type", new StringSchema().example(ProblemType.VALIDATION.uri()))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fault));
        return problem;
    }
}

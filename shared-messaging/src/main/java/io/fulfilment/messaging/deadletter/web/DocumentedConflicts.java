package io.fulfilment.messaging.deadletter.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Adds to the acts on a dead letter the problem that they have beside those that every operation has. */
class DocumentedConflicts implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().forEach((path, item) -> {
                if (path.startsWith("/dead-letters/{id}/") && item.getPost() != null) {
                    document(item.getPost());
                }
            });
        }
    }

    private static void document(Operation act) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        act.getResponses()
                .addApiResponse(
                        Integer.toString(Refusals.NOT_NOW.status()),
                        new ApiResponse()
                                .description(Refusals.NOT_NOW.title())
                                .content(new Content().addMediaType("application/problem+json", problem)));
    }
}

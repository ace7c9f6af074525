package io.fulfilment.saga.web;

import io.fulfilment.saga.application.SagaDefinitions;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Lists what can be given where a parameter is the type of a saga or a step: what is defined. */
@Component
class DefinedNames implements GlobalOpenApiCustomizer {

    private final Map<String, List<String>> names;

    DefinedNames(SagaDefinitions definitions) {
        this.names = Map.of(
                "type", sorted(definitions.all().map(definition -> definition.type())),
                "step",
                        sorted(definitions
                                .all()
                                .flatMap(definition -> definition.allSteps())
                                .map(step -> step.name())));
    }

    private static List<String> sorted(Stream<String> all) {
        return all.distinct().sorted().toList();
    }

    @Override
    public void customise(OpenAPI document) {
        if (document.getPaths() != null) {
            document.getPaths().entrySet().stream()
                    .filter(path -> path.getKey().startsWith("/saga"))
                    .flatMap(path -> path.getValue().readOperations().stream())
                    .flatMap(DefinedNames::parameters)
                    .forEach(this::enumerate);
        }
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Stream.ofNullable(operation.getParameters()).flatMap(List::stream);
    }

    private void enumerate(Parameter parameter) {
        var possible = names.get(parameter.getName());
        if (possible != null) {
            parameter.setSchema(new StringSchema()._enum(possible));
        }
    }
}

package io.fulfilment.web.openapi;

import io.fulfilment.web.paging.PageQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says which parameters stand behind a {@link PageQuery}. */
class DocumentedPaging implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        boolean isPaged = Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == PageQuery.class);
        if (isPaged) {
            operation.addParametersItem(pageSize()).addParametersItem(cursor());
        }
        return operation;
    }

    private static Parameter pageSize() {
        var size = new IntegerSchema();
        size.setMinimum(BigDecimal.ONE);
        size.setMaximum(BigDecimal.valueOf(PageQuery.LARGEST_SIZE));
        size.setDefault(PageQuery.DEFAULT_SIZE);
        return new QueryParameter().name("pageSize").schema(size);
    }

    private static Parameter cursor() {
        return new QueryParameter()
                .name("cursor")
                .description("next of the page before")
                .schema(new StringSchema());
    }
}

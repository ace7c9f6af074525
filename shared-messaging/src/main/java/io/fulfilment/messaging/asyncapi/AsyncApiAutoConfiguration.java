package io.fulfilment.messaging.asyncapi;

import io.fulfilment.messaging.Answers;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Serves the document of a service that speaks HTTP, too. Who may see it is the service's affair. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RouterFunction.class)
@ConditionalOnBean(MessageHandlers.class)
class AsyncApiAutoConfiguration {

    private static final String PATH = "/v3/async-api";

    @Bean
    RouterFunction<ServerResponse> asyncApi(
            ObjectProvider<Publishes> publishes,
            ObjectProvider<MessageHandlers> handlers,
            ObjectProvider<Answers> answers,
            @Value("${spring.application.name}") String service) {
        Supplier<byte[]> document = SingletonSupplier.of(() -> AsyncApiDocument.of(
                        service,
                        Conversation.of(
                                publishes.orderedStream().toList(),
                                handlers.orderedStream().toList(),
                                answers.orderedStream().toList()))
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        return RouterFunctions.route()
                .GET(
                        PATH,
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(document.get()))
                .build();
    }
}

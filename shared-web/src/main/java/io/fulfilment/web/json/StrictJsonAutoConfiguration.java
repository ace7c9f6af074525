package io.fulfilment.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;

/** Only bodies of requests and responses are affected; the application's own mapper stays as it is. */
@AutoConfiguration(before = HttpMessageConvertersAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class StrictJsonAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictJson() {
        return builder -> builder.withJsonConverter(new StrictJsonConverter(StrictJson.mapper()))
                .configureMessageConvertersList(
                        converters -> converters.removeIf(converter -> !isOfTheContract(converter)));
    }

    /** Whatever else is found on the class path, YAML for one, would read bodies less strictly. */
    private static boolean isOfTheContract(HttpMessageConverter<?> converter) {
        return converter instanceof StrictJsonConverter
                || converter instanceof StringHttpMessageConverter
                || converter instanceof ByteArrayHttpMessageConverter;
    }
}

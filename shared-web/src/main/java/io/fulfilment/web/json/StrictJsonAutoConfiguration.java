package io.fulfilment.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Only bodies of requests and responses are affected; the application's own mapper stays as it is. */
@AutoConfiguration(before = HttpMessageConvertersAutoConfiguration.class)
class StrictJsonAutoConfiguration {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictJson() {
        return builder -> builder.withJsonConverter(new StrictJsonConverter(StrictJson.mapper()));
    }
}

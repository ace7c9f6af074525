package io.fulfilment.web.correlation;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CorrelationAutoConfiguration implements WebMvcConfigurer {

    private static final int AROUND_PROBLEMS = Ordered.HIGHEST_PRECEDENCE + 50;

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationIds() {
        var registration = new FilterRegistrationBean<>(new CorrelationFilter());
        registration.setOrder(AROUND_PROBLEMS);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CorrelationIdResolver());
    }
}

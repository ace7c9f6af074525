package io.fulfilment.web.limit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitSettings.class)
class LimitAutoConfiguration {

    static final int BEFORE_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;
    private static final int AFTER_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<ConcurrencyFilter> concurrencyLimit(LimitSettings settings) {
        var registration = new FilterRegistrationBean<>(new ConcurrencyFilter(settings.concurrentRequests()));
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimit(LimitSettings settings) {
        var limit = new RateLimit(Math.max(1, settings.requestsPerSecond()), System::nanoTime);
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(limit));
        registration.setEnabled(settings.requestsPerSecond() > 0);
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noEndlessBodies(LimitSettings settings) {
        return factory -> factory.addEngineValves(new UnreadBodyValve(settings.bodyTime()));
    }

    /** Bodies are read where they are asked for, within the limits, and never taken for parameters before. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noParametersInBodies() {
        return factory -> factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(LimitSettings settings) {
        var registration = new FilterRegistrationBean<>(
                new BodyLimitFilter(settings.bodySize().toBytes(), settings.bodyTime()));
        registration.setOrder(AFTER_SECURITY + 1);
        return registration;
    }
}

package io.fulfilment.web.limit;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The management port's server is configured apart from the public one. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementLimitConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noEndlessBodiesForManagement(LimitSettings settings) {
        return factory -> factory.addEngineValves(new UnreadBodyValve(settings.bodyTime()));
    }
}

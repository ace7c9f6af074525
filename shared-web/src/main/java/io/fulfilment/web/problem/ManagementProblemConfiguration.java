package io.fulfilment.web.problem;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The management port's server is configured apart from the public one. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import(TomcatProblems.class)
class ManagementProblemConfiguration {

    @Bean
    FilterRegistrationBean<ProblemFilter> managementProblemFilter(ProblemAnswers answers) {
        return ProblemAutoConfiguration.aroundSecurity(answers);
    }
}

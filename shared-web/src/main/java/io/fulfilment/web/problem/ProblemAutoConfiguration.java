package io.fulfilment.web.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({ProblemAdvice.class, ProblemAnswers.class, TomcatProblems.class})
class ProblemAutoConfiguration {

    /** Inside what observes requests, around everything else. */
    private static final int AROUND_SECURITY = Ordered.HIGHEST_PRECEDENCE + 100;

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(ProblemAnswers answers) {
        return aroundSecurity(answers);
    }

    static FilterRegistrationBean<ProblemFilter> aroundSecurity(ProblemAnswers answers) {
        var registration = new FilterRegistrationBean<>(new ProblemFilter(answers));
        registration.setOrder(AROUND_SECURITY);
        return registration;
    }
}

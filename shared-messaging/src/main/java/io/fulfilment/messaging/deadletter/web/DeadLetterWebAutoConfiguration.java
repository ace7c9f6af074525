package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.DeadLetters;
import io.fulfilment.web.security.SecurityRules;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The API, where there is something to show and somebody to show it to. */
@AutoConfiguration(afterName = "io.fulfilment.messaging.deadletter.DeadLetterActsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SecurityRules.class)
@ConditionalOnBean(DeadLetters.class)
@Import({
    DeadLetterController.class,
    RedriveController.class,
    DiscardController.class,
    RehearsalController.class,
    DocumentedConflicts.class
})
class DeadLetterWebAutoConfiguration {

    @Bean
    SecurityRules deadLettersAreForOperators() {
        return SecurityRules.operatorsOnly("/dead-letters", "/dead-letters/**");
    }
}

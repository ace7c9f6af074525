package io.fulfilment.order.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import io.fulfilment.web.input.Texts;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Up to 1,024 characters, not only blanks, none of them a control character. Anything else is literal data. */
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Texts.WORDS + "{1,1024}")
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER})
@interface PlainText {

    String message() default "must have 1 to 1024" + Texts.WORDS_EXPECTED;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

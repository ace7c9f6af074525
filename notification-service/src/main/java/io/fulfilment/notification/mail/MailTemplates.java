package io.fulfilment.notification.mail;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.notification.application.Mail;
import io.fulfilment.notification.application.MailContent;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes mails as text and as HTML. Names of products are data: escaped in HTML, on one line in text. */
@Component
class MailTemplates {

    /** The parts of a mail. */
    record Written(String subject, String text, String html) {}

    /** An order's line as templates show it. */
    record Line(String sku, String name, int quantity, String total) {}

    private final TemplateEngine engine = engine();

    Written write(Mail mail) {
        String template = switch (mail.key().kind()) {
            case ORDER_COMPLETED -> "order-completed";
            case ORDER_REJECTED -> "order-rejected";
            case ORDER_CANCELLED -> "order-cancelled";
        };
        Context context = context(mail);
        return new Written(
                subject(mail), engine.process(template + ".txt", context), engine.process(template + ".html", context));
    }

    private static String subject(Mail mail) {
        return switch (mail.key().kind()) {
            case ORDER_COMPLETED -> "Your order " + mail.key().orderId() + " is on its way";
            case ORDER_REJECTED -> "Your order " + mail.key().orderId() + " could not be fulfilled";
            case ORDER_CANCELLED -> "Your order " + mail.key().orderId() + " is cancelled";
        };
    }

    private static Context context(Mail mail) {
        MailContent content = mail.content();
        var context = new Context(Locale.ENGLISH);
        context.setVariable("order", mail.key().orderId().toString());
        context.setVariable("lines", lines(content.lines()));
        context.setVariable("total", content.total().toString());
        if (mail.key().kind() == NotificationKind.ORDER_REJECTED) {
            context.setVariable("because", because(content));
        }
        return context;
    }

    private static List<Line> lines(List<OrderLine> lines) {
        return lines.stream()
                .map(it -> new Line(
                        it.sku().value(),
                        it.name().replaceAll("\\p{C}+", " "),
                        it.quantity().value(),
                        it.total().toString()))
                .toList();
    }

    private static String because(MailContent content) {
        RejectionReason reason = content.reason();
        if (reason == null) {
            return "it could not be processed";
        }
        return switch (reason) {
            case OUT_OF_STOCK -> "not everything in it is in stock";
            case PAYMENT_DECLINED -> "the payment was declined";
            case TIMED_OUT -> "it could not be processed in time";
            case OPERATOR -> "it was stopped by our staff";
        };
    }

    private static TemplateEngine engine() {
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT));
        engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML));
        engine.setEnableSpringELCompiler(true);
        return engine;
    }

    private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.getResolvablePatternSpec().addPattern(pattern);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        return resolver;
    }
}

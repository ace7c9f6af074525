package io.fulfilment.notification.mail;

import io.fulfilment.messaging.CauseContext;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Mail;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Times each mail that is sent, as a part of its order's trace. */
@Component
class MailObservations {

    private final CauseContext causes;
    private final ObservationRegistry observations;

    MailObservations(CauseContext causes, ObservationRegistry observations) {
        this.causes = causes;
        this.observations = observations;
    }

    Outcome around(Mail mail, Supplier<Outcome> sending) {
        try (var _ = causes.enter(mail.cause())) {
            Observation observation = observation(mail).start();
            try (var _ = observation.openScope()) {
                Outcome outcome = sending.get();
                observation.lowCardinalityKeyValue("outcome", outcome.getClass().getSimpleName());
                return outcome;
            } finally {
                observation.stop();
            }
        }
    }

    /** A mail has no place for the trace: it ends here. */
    private Observation observation(Mail mail) {
        var context = new SenderContext<Mail>((_, _, _) -> {}, Kind.CLIENT);
        context.setCarrier(mail);
        context.setRemoteServiceName("mail-server");
        return Observation.createNotStarted("mail.delivery", () -> context, observations)
                .contextualName("send mail")
                .lowCardinalityKeyValue("kind", mail.key().kind().name())
                .lowCardinalityKeyValue("outcome", "none");
    }
}

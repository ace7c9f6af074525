package io.fulfilment.local;

import io.fulfilment.local.gateway.CardGateway;
import io.fulfilment.local.identity.IdentityProvider;
import io.fulfilment.local.mail.MailInbox;
import io.fulfilment.local.process.Component;
import java.util.List;
import java.util.stream.Stream;

/** The whole local system: what runs, on which ports, with which settings. Ports are those without an offset. */
final class Topology {

    static final String CONSOLE = "operations-console";
    static final int POSTGRES = 15432;
    static final int KAFKA = 19092;
    static final int KAFKA_CONTROLLER = 19093;
    static final int OPERATIONS_CONSOLE = 8080;
    static final int ORDER_SERVICE = 8081;
    static final int PAYMENT_SERVICE = 8082;
    static final int INVENTORY_SERVICE = 8083;
    static final int NOTIFICATION_SERVICE = 8084;
    static final int SAGA_ORCHESTRATOR = 8085;
    static final int EVENT_STORE = 8086;
    static final int IDENTITY_PROVIDER = 8090;
    static final int CARD_GATEWAY = 8091;
    static final int MAIL_INBOX = 8092;
    static final int SMTP = 8025;
    static final int ZIPKIN = 9411;
    static final int TRACE_COLLECTOR = 4318;
    /** A service answers health checks and scrapes apart from its public port. */
    static final int MANAGEMENT_DISTANCE = 1000;

    private Topology() {}

    static List<Component> of(Parts parts) {
        return Stream.concat(parts.traces(ZIPKIN, TRACE_COLLECTOR), system(parts))
                .flatMap(parts::withReplicas)
                .toList();
    }

    private static Stream<Component> system(Parts parts) {
        return Stream.of(
                        parts.postgres(POSTGRES),
                        parts.kafka(KAFKA, KAFKA_CONTROLLER),
                        parts.standIn(
                                        "identity-provider",
                                        IdentityProvider.class,
                                        IDENTITY_PROVIDER,
                                        "/.well-known/openid-configuration")
                                .with("CONSOLE_URL", parts.url(OPERATIONS_CONSOLE)),
                        parts.standIn("card-gateway", CardGateway.class, CARD_GATEWAY, "/ready"),
                        parts.standIn("mail-inbox", MailInbox.class, MAIL_INBOX, "/ready")
                                .listeningOn(parts.port(SMTP))
                                .with("SMTP_PORT", parts.port(SMTP)),
                        parts.service("order-service", ORDER_SERVICE),
                        parts.service("payment-service", PAYMENT_SERVICE).with("GATEWAY_URL", parts.url(CARD_GATEWAY)),
                        parts.service("inventory-service", INVENTORY_SERVICE).with("CATALOGUE_FILE", parts.catalogue()),
                        parts.service("notification-service", NOTIFICATION_SERVICE)
                                .with("SMTP_HOST", Parts.LOOPBACK)
                                .with("SMTP_PORT", parts.port(SMTP)),
                        parts.service("saga-orchestrator", SAGA_ORCHESTRATOR),
                        parts.service("event-store", EVENT_STORE),
                        parts.console(CONSOLE, OPERATIONS_CONSOLE))
                .map(parts::traced);
    }
}

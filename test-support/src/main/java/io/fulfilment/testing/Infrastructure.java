package io.fulfilment.testing;

import java.util.List;
import java.util.Locale;

/**
 * PostgreSQL with the roles of every service, and Kafka with every topic: what integration tests run on.
 *
 * <p>Started with the first use in a JVM, shared by all of its tests, and gone with it. Embedded, or in containers with
 * {@code -Pcontainers}.
 */
public interface Infrastructure {

    /** Every process that has a schema, a dead-letter topic and a consumer group. */
    List<String> SERVICES = List.of(
            "order-service",
            "payment-service",
            "inventory-service",
            "notification-service",
            "saga-orchestrator",
            "event-store");

    /** The JVM's own. */
    static Infrastructure shared() {
        return SharedInfrastructure.INSTANCE;
    }

    /** The database that all schemas are in. */
    String databaseUrl();

    /** {@code host:port} of the broker. */
    String kafkaBootstrapServers();

    /** The password of a role, such as {@code order_service} or {@code order_service_owner}. */
    default String passwordOf(String role) {
        return TestPasswords.of(role);
    }

    /** The schema of a service, which is also its role at run time. */
    static String schemaOf(String service) {
        return service.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** The role that owns a service's schema. */
    static String ownerOf(String service) {
        return schemaOf(service) + "_owner";
    }
}

package io.fulfilment.notification;

import io.fulfilment.testing.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The service as it runs, on a real database and broker and a real mail server. */
@ServiceIT
abstract class NotificationServiceTestBase {

    static final SmtpServer SMTP = new SmtpServer();

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Teller teller;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", SMTP::port);
        properties.add("notification.delivery.retry-from", () -> "100ms");
        properties.add("notification.delivery.poll", () -> "100ms");
    }

    @BeforeEach
    void begin() {
        teller = new Teller();
    }

    @AfterEach
    void end() {
        teller.close();
    }
}

package io.fulfilment.payment;

import io.fulfilment.payment.gateway.FakeGateway;
import io.fulfilment.testing.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The service as it runs, on a real database and broker. A call without an answer outlives its lease. */
@ServiceIT
public abstract class PaymentServiceTestBase {

    protected static final FakeGateway GATEWAY = new FakeGateway();

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient jdbc;

    protected Saga saga;

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("payment.gateway.url", GATEWAY::url);
        properties.add("payment.gateway.connect-timeout", () -> "300ms");
        properties.add("payment.gateway.read-timeout", () -> "3s");
        properties.add("payment.gateway.lease", () -> "2s");
        properties.add("payment.gateway.retry-from", () -> "50ms");
        properties.add("payment.gateway.poll", () -> "100ms");
    }

    @BeforeEach
    void begin() {
        saga = new Saga();
    }

    @AfterEach
    void end() {
        saga.close();
    }

    protected int callsOut() {
        return jdbc.sql("SELECT count(*) FROM gateway_call WHERE order_id = ?")
                .param(saga.orderId().value())
                .query(Integer.class)
                .single();
    }
}

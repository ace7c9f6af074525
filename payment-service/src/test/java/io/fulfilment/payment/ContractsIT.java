package io.fulfilment.payment;

import io.fulfilment.testing.ApprovedMessagesReplay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ContractsIT extends PaymentServiceTestBase {

    @Test
    void handlesWhatWasEverApproved(@Autowired ApplicationContext service) {
        ApprovedMessagesReplay.assertHandledBy(service);
    }
}

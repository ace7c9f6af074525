package io.fulfilment.payment;

import io.fulfilment.testing.ApprovedMessagesReplay;
import io.fulfilment.testing.KeptAsyncApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

class ContractsIT extends PaymentServiceTestBase {

    @Test
    void handlesWhatWasEverApproved(@Autowired ApplicationContext service) {
        ApprovedMessagesReplay.assertHandledBy(service);
    }

    @Test
    void describesWhatItSendsAndReceives(@Autowired Environment service) {
        KeptAsyncApi.assertKeptBy(service);
    }
}

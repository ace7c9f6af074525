package io.fulfilment.order.messaging;

import io.fulfilment.testing.ApprovedMessagesReplay;
import io.fulfilment.testing.KeptAsyncApi;
import io.fulfilment.testing.ServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

@ServiceIT
class ContractsIT {

    @Test
    void handlesWhatWasEverApproved(@Autowired ApplicationContext service) {
        ApprovedMessagesReplay.assertHandledBy(service);
    }

    @Test
    void describesWhatItSendsAndReceives(@Autowired Environment service) {
        KeptAsyncApi.assertKeptBy(service);
    }
}

package io.fulfilment.order.messaging;

import io.fulfilment.testing.ApprovedMessagesReplay;
import io.fulfilment.testing.ServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceIT
class ContractsIT {

    @Test
    void handlesWhatWasEverApproved(@Autowired ApplicationContext service) {
        ApprovedMessagesReplay.assertHandledBy(service);
    }
}

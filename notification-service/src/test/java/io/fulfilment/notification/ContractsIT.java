package io.fulfilment.notification;

import io.fulfilment.testing.ApprovedMessagesReplay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ContractsIT extends NotificationServiceTestBase {

    @Test
    void handlesWhatWasEverApproved(@Autowired ApplicationContext service) {
        ApprovedMessagesReplay.assertHandledBy(service);
    }
}

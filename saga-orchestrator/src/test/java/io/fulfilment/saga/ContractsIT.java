package io.fulfilment.saga;

import io.fulfilment.testing.ApprovedMessagesReplay;
import io.fulfilment.testing.KeptAsyncApi;
import io.fulfilment.testing.ServiceIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;

/** Closes its context, for a running orchestrator would take part in the other tests on its database. */
@ServiceIT
@DirtiesContext
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

package io.fulfilment.payment.application;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The net: takes up calls that were postponed, or that a process left undone. Fresh calls don't wait for it. */
@Component
class ResumeGatewayCalls {

    private static final Logger log = LoggerFactory.getLogger(ResumeGatewayCalls.class);
    private static final int BATCH = 200;

    private final GatewayCalls calls;
    private final GatewayWorker worker;

    ResumeGatewayCalls(GatewayCalls calls, GatewayWorker worker) {
        this.calls = calls;
        this.worker = worker;
    }

    @Scheduled(fixedDelayString = "${payment.gateway.poll:500ms}")
    void resume() {
        try {
            List<GatewayCall> underWay = worker.needMoreTime();
            if (!underWay.isEmpty()) {
                calls.prolong(underWay);
            }
            int places = worker.places();
            if (places > 0) {
                worker.start(calls.claimDue(Math.min(BATCH, places)));
            }
        } catch (DataAccessException e) {
            log.warn("Gateway calls can't be claimed or kept: {}", e.getMessage());
        }
    }
}

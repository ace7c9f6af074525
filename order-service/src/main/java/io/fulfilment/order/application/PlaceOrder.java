package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.order.application.IdempotentRequests.Claim;
import io.fulfilment.order.domain.Placement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an order, once for each idempotency key: the order, its view, its event and the answer commit together. A request
 * that is refused leaves nothing behind, so its key may be used again.
 */
@Service
public class PlaceOrder {

    private final IdempotentRequests requests;
    private final Checkout checkout;
    private final OrderWording wording;

    PlaceOrder(IdempotentRequests requests, Checkout checkout, OrderWording wording) {
        this.requests = requests;
        this.checkout = checkout;
        this.wording = wording;
    }

    /**
     * Places the order, or repeats the answer to the first request with this key.
     *
     * @throws IdempotencyRefused if the key is being used or was used for something else
     * @throws io.fulfilment.order.domain.OrderRefused if this can't be an order
     */
    @Transactional
    public Answer handle(IdempotencyKey key, Placement placement) {
        Fingerprint fingerprint = Fingerprint.of(placement);
        return switch (requests.claim(key)) {
            case Claim.Granted() -> first(key, fingerprint, placement);
            case Claim.Answered(var known, var answer) when known.equals(fingerprint) -> answer;
            case Claim.Answered _ -> throw new IdempotencyRefused.KeyReused();
            case Claim.Busy() -> throw new IdempotencyRefused.InProgress();
        };
    }

    private Answer first(IdempotencyKey key, Fingerprint fingerprint, Placement placement) {
        OrderPlaced placed = checkout.place(placement);
        Answer answer = new Answer(placed.orderId(), wording.of(placed));
        requests.keep(key, fingerprint, answer);
        return answer;
    }
}

package io.fulfilment.payment.gateway;

import io.fulfilment.payment.application.GatewayAnswer;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.domain.Outcome;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;

/** The gateway's HTTP API, without any patience: every fault is an exception. */
class GatewayHttp {

    private final RestClient client;

    GatewayHttp(RestClient client) {
        this.client = client;
    }

    GatewayAnswer perform(GatewayCall call) {
        return client.post()
                .uri("/operations")
                .header("Idempotency-Key", call.idempotencyKey())
                .contentType(MediaType.APPLICATION_JSON)
                .body(GatewayRequest.of(call))
                .exchangeForRequiredValue(
                        (_, response) -> switch (response.getStatusCode().value()) {
                            case 200 -> read(response).answerTo(call);
                            case 400 -> notAccepted(call);
                            default -> throw new GatewayFault(response.getStatusCode());
                        });
    }

    /** It has done nothing. What must be given back is asked for until the gateway does it, or declines it in so many words. */
    private static GatewayAnswer notAccepted(GatewayCall call) {
        String reason = "the gateway does not accept the request";
        return switch (call.operation()) {
            case AUTHORIZE, CAPTURE -> new GatewayAnswer.Known(new Outcome.Refused(reason));
            case VOID, REFUND -> new GatewayAnswer.Unknown(reason);
        };
    }

    /** Empty if the gateway has not performed the operation, as far as it knows by now. */
    Optional<GatewayAnswer> lookUp(GatewayCall call) {
        return client.get()
                .uri("/operations/{key}", call.idempotencyKey())
                .exchangeForRequiredValue(
                        (_, response) -> switch (response.getStatusCode().value()) {
                            case 200 -> Optional.of(read(response).answerTo(call));
                            case 404 -> Optional.empty();
                            default -> throw new GatewayFault(response.getStatusCode());
                        });
    }

    private static PerformedOperation read(ConvertibleClientHttpResponse response) throws IOException {
        PerformedOperation operation = response.bodyTo(PerformedOperation.class);
        if (operation == null) {
            throw new GatewayFault(response.getStatusCode());
        }
        return operation;
    }
}

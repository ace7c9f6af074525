package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.order.application.Answer;
import io.fulfilment.order.application.IdempotencyRefused;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.OrderRefused;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.web.correlation.Correlation;
import io.fulfilment.web.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlaceOrderController {

    private final PlaceOrder placeOrder;

    PlaceOrderController(PlaceOrder placeOrder) {
        this.placeOrder = placeOrder;
    }

    /** Takes an order; the same request with the same key gets the first answer again, byte for byte. */
    @PostMapping(
            path = "/orders",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true, schema = @Schema(maxLength = 255))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(responseCode = "409", description = "The first request with this key is being handled")
    @ApiResponse(responseCode = "422", description = "A product is unknown, or the key belongs to another request")
    ResponseEntity<byte[]> place(
            Caller caller,
            Correlation correlation,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @Valid @RequestBody PlaceOrderRequest request) {
        var customer = new CustomerId(caller.subject());
        Answer answer = answer(customer, headers, request);
        correlation.continues(answer.orderId().value());
        return ResponseEntity.accepted()
                .location(URI.create("/orders/" + answer.orderId()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(CustomerId customer, HttpHeaders headers, PlaceOrderRequest request) {
        var key = KeyHeader.of(customer, headers);
        try {
            return placeOrder.handle(key, request.by(customer));
        } catch (IdempotencyRefused refusal) {
            throw OrderProblems.of(refusal).asException();
        } catch (OrderRefused refusal) {
            throw OrderProblems.of(refusal, request).asException();
        }
    }
}

package io.fulfilment.order.web;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.application.CancelOrders;
import io.fulfilment.order.domain.CancellationRefused;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.web.correlation.Correlation;
import io.fulfilment.web.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancellationController {

    private static final String EXAMPLE = """
            {"type":"/problems/order-not-cancellable","title":"The order can't be cancelled any more","status":409,\
            "detail":"the order is REJECTED"}""";

    private final CancelOrders cancelOrders;
    private final OrderAnswers answers;

    CancellationController(CancelOrders cancelOrders, OrderAnswers answers) {
        this.cancelOrders = cancelOrders;
        this.answers = answers;
    }

    /** Has an order cancelled; whoever asks again while it is being cancelled is answered as the first was. */
    @PostMapping(
            path = "/orders/{orderId}/cancellation",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = OrderView.class)))
    @ApiResponse(
            responseCode = "409",
            description = "The order is rejected or cancelled, or was completed too long ago",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            examples = @ExampleObject(EXAMPLE)))
    ResponseEntity<OrderView> cancel(
            Caller caller,
            Correlation correlation,
            @PathVariable OrderId orderId,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer,
            @Valid @RequestBody CancellationRequest request) {
        OrderView order = answers.visible(caller, orderId);
        correlation.continues(order.orderId().value());
        try {
            cancelOrders.handle(order.orderId(), caller.subject(), request.reason());
        } catch (CancellationRefused refusal) {
            throw OrderProblems.of(refusal).asException();
        }
        return answers.complete(
                ResponseEntity.accepted().location(URI.create("/orders/" + orderId)), caller, orderId, prefer);
    }
}

package io.fulfilment.inventory.web;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.application.AdjustingStock;
import io.fulfilment.inventory.application.PricingProduct;
import io.fulfilment.inventory.domain.AdjustmentRefused;
import io.fulfilment.inventory.domain.Products.Change;
import io.fulfilment.inventory.query.ProductView;
import io.fulfilment.inventory.query.ProductViews;
import io.fulfilment.web.correlation.CorrelationId;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What operators do to products; {@link InventoryWeb} lets nobody else in. */
@RestController
class ProductOperations {

    private static final ProblemType IMPOSSIBLE_ADJUSTMENT =
            new ProblemType("impossible-adjustment", 409, "The stock can't be adjusted by so much");

    private final PricingProduct pricing;
    private final AdjustingStock adjusting;
    private final ProductViews views;

    ProductOperations(PricingProduct pricing, AdjustingStock adjusting, ProductViews views) {
        this.pricing = pricing;
        this.adjusting = adjusting;
        this.views = views;
    }

    /** Makes a product, which has no stock at first, or changes its name and price. */
    @PutMapping(
            path = "/products/{sku}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProductView> put(
            CorrelationId correlation, @PathVariable Sku sku, @Valid @RequestBody PriceRequest request) {
        var answer = switch (pricing.price(request.of(sku), correlation.value())) {
            case Change.CREATED -> ResponseEntity.created(URI.create("/products/" + sku));
            case Change.CHANGED, Change.NONE -> ResponseEntity.ok();
        };
        return answer.body(view(sku));
    }

    /** Takes stock in, or writes it off. */
    @PostMapping(
            path = "/products/{sku}/stock-adjustments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ProductView adjust(
            Caller caller,
            CorrelationId correlation,
            @PathVariable Sku sku,
            @Valid @RequestBody AdjustmentRequest request) {
        try {
            if (!adjusting.adjust(request.of(sku, caller.subject()), correlation.value())) {
                throw Problem.notFound().asException();
            }
        } catch (AdjustmentRefused refused) {
            throw Problem.of(IMPOSSIBLE_ADJUSTMENT, refused.reason()).asException();
        }
        return view(sku);
    }

    private ProductView view(Sku sku) {
        return views.find(sku).orElseThrow(() -> Problem.notFound().asException());
    }
}

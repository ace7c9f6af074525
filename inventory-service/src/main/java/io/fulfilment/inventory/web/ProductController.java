package io.fulfilment.inventory.web;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.query.ProductView;
import io.fulfilment.inventory.query.ProductViews;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Products, for whoever has a token. */
@RestController
class ProductController {

    private final ProductViews views;

    ProductController(ProductViews views) {
        this.views = views;
    }

    /** In the order of their SKUs. */
    @GetMapping(path = "/products", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ProductView> products(PageQuery query) {
        String after = query.after() == null ? "" : query.after().text(0);
        return Page.of(views.page(after, query.limit()), query, product -> Cursor.of(product.sku()));
    }

    @GetMapping(path = "/products/{sku}", produces = MediaType.APPLICATION_JSON_VALUE)
    ProductView product(@PathVariable Sku sku) {
        return views.find(sku).orElseThrow(() -> Problem.notFound().asException());
    }
}

package io.fulfilment.web.sample;

import io.fulfilment.web.correlation.Correlation;
import io.fulfilment.web.correlation.CorrelationId;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.security.Caller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController {

    private static final ProblemType OWN = new ProblemType("unknown-thing", 422, "There is no such thing for sale");

    private final DataSource database;

    SampleController(DataSource database) {
        this.database = database;
    }

    @PostMapping("/parcels")
    Parcel parcel(@Valid @RequestBody Parcel parcel) {
        return parcel;
    }

    @GetMapping("/parcels")
    Page<Integer> parcels(
            PageQuery query,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(defaultValue = "8") int of,
            @RequestParam(defaultValue = "") List<Integer> without) {
        var after = query.after();
        long first = after == null ? 0 : after.number(0) + 1;
        var found = IntStream.range((int) first, of)
                .boxed()
                .filter(parcel -> !without.contains(parcel))
                .limit(query.limit())
                .toList();
        return Page.of(found, query, Cursor::of);
    }

    @GetMapping("/parcels/{id}")
    Map<String, UUID> parcel(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @GetMapping("/caller")
    Map<String, Object> caller(Caller caller, CorrelationId first, CorrelationId second) {
        return Map.of(
                "caller", caller,
                "correlations", List.of(first, second),
                "logged", String.valueOf(MDC.get("correlationId")));
    }

    @GetMapping("/parcels/{id}/way")
    Map<String, String> way(@PathVariable UUID id, Correlation correlation) {
        correlation.continues(id);
        return Map.of("logged", String.valueOf(MDC.get("correlationId")));
    }

    @GetMapping("/headers")
    String headers(@RequestHeader("Some-Header") @Size(max = 3) String header) {
        return header;
    }

    @GetMapping("/forgotten")
    String listedNowhere() {
        return "secret";
    }

    @GetMapping("/operators/secret")
    String secret() {
        return "secret";
    }

    @GetMapping("/broken")
    String broken() {
        throw new IllegalStateException("SECRET-DETAIL");
    }

    @GetMapping("/unreadable")
    String status(HttpServletResponse response) throws IOException {
        response.sendError(409, "SECRET-DETAIL");
        return "";
    }

    @GetMapping("/unavailable")
    void unavailable(HttpServletResponse response) throws IOException {
        response.sendError(503);
    }

    /** Far more than any buffer on the way holds. */
    @GetMapping("/long")
    List<String> tooLongToWaitFor() {
        return Collections.nCopies(1_000_000, "x".repeat(100));
    }

    @GetMapping("/own")
    String own() {
        throw Problem.of(OWN, "Nobody sells unicorns").asException();
    }

    @GetMapping("/database")
    String database() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.getCatalog();
        }
    }
}

package io.fulfilment.local;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Waits until order-service knows every product of the catalogue: before, it would call some of them unknown. */
final class PriceList {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern GAUGE =
            Pattern.compile("^price_list_products(?:\\{[^}]*})? ([0-9.E+]+)$", Pattern.MULTILINE);

    private final URI metrics;
    private final Path catalogue;

    PriceList(URI metrics, Path catalogue) {
        this.metrics = metrics;
        this.catalogue = catalogue;
    }

    static PriceList of(Parts parts) {
        String management = parts.url(Topology.ORDER_SERVICE + Topology.MANAGEMENT_DISTANCE);
        return new PriceList(URI.create(management + "/actuator/prometheus"), parts.catalogue());
    }

    /** @return how many products there are */
    long await() throws IOException, InterruptedException, StartFailed {
        long wanted = products();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (long known = known(client); known < wanted; known = known(client)) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailed("after " + PATIENCE.toSeconds() + " s order-service knows " + known + " of "
                            + wanted + " products: see the logs of inventory-service and order-service");
                }
                Thread.sleep(100);
            }
        }
        return wanted;
    }

    private long products() throws IOException {
        try (Stream<String> lines = Files.lines(catalogue)) {
            return lines.skip(1).filter(line -> !line.isBlank()).count();
        }
    }

    /** None while order-service does not answer: it may have been killed and be coming up again. */
    private long known(HttpClient client) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(metrics).timeout(Duration.ofSeconds(10)).build();
        try {
            var gauge = GAUGE.matcher(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return gauge.find() ? (long) Double.parseDouble(gauge.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}

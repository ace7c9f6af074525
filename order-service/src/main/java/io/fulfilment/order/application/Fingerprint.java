package io.fulfilment.order.application;

import io.fulfilment.order.domain.Placement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Tells whether two requests ask for the same: SHA-256 over their content, whatever the JSON's layout or the order of its
 * properties. It is stored, so what goes into it must not change for requests that could be made before.
 */
public record Fingerprint(String value) {

    static Fingerprint of(Placement placement) {
        MessageDigest digest = sha256();
        content(placement).forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        });
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static Stream<String> content(Placement placement) {
        var address = placement.shippingAddress();
        return Stream.concat(
                Stream.of(
                        placement.payment().method().name(),
                        placement.payment().token(),
                        placement.email(),
                        address.name(),
                        address.street(),
                        address.city(),
                        address.postalCode(),
                        address.country()),
                placement.basket().lines().stream()
                        .flatMap(line ->
                                Stream.of(line.sku().value(), line.quantity().toString())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

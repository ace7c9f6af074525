package io.fulfilment.events.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** The SHA-256 of each file of a folder, in a list as {@code sha256sum} writes and checks it. */
record Fingerprints(Path folder, Path list) {

    private static final String SEPARATOR = "  ";

    /** What is no longer as it is on the list, a line for each; empty if nothing. */
    List<String> differences() {
        var listed = listed();
        var found = found();
        var names = new TreeSet<>(listed.keySet());
        names.addAll(found.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(listed.get(name), found.get(name)))
                .map(name -> name + ": its file is not as it is on the list " + list.getFileName())
                .toList();
    }

    void write() {
        var lines = found().entrySet().stream()
                .map(file -> file.getValue() + SEPARATOR + file.getKey())
                .toList();
        try {
            Files.write(list, lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Map<String, String> listed() {
        var hashes = new TreeMap<String, String>();
        try {
            for (var line : Files.exists(list) ? Files.readAllLines(list) : List.<String>of()) {
                var separator = line.indexOf(SEPARATOR);
                hashes.put(line.substring(separator + SEPARATOR.length()), line.substring(0, separator));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return hashes;
    }

    private Map<String, String> found() {
        var hashes = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> !each.equals(list)).toList()) {
                hashes.put(file.getFileName().toString(), hash(Files.readAllBytes(file)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return hashes;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

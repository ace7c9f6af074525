package io.fulfilment.events.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compares a landed schema with today's. Readers and writers of both may meet, so only a new optional property and other
 * words in a description are compatible.
 */
final class Compatibility {

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** What a program that knows only the landed schema could stumble over, a line for each; empty if nothing. */
    static List<String> breaks(JsonNode landed, JsonNode current) {
        var comparison = new Compatibility();
        comparison.compare("", landed, current);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JsonNode landed, JsonNode current) {
        for (var keyword : union(landed, current)) {
            var before = landed.path(keyword);
            var after = current.path(keyword);
            switch (keyword) {
                case "description" -> {}
                case "properties" -> compareProperties(path, before, after);
                case "items" -> compare(path + "/*", before, after);
                case "required" -> compareRequired(path, landed, current);
                case "enum" -> compareConstants(path, before, after);
                default -> compareKeyword(path, keyword, before, after);
            }
        }
    }

    private void compareProperties(String path, JsonNode before, JsonNode after) {
        for (var name : before.propertyNames()) {
            var property = path + "/" + name;
            if (after.has(name)) {
                compare(property, before.get(name), after.get(name));
            } else {
                breaks.add(property + " was removed or renamed");
            }
        }
    }

    private void compareRequired(String path, JsonNode landed, JsonNode current) {
        var before = texts(landed.path("required"));
        var after = texts(current.path("required"));
        for (var name : difference(after, before)) {
            var isNew = !landed.path("properties").has(name);
            breaks.add(path + "/" + name + (isNew ? " is new and required" : " became required"));
        }
        for (var name : difference(before, after)) {
            if (current.path("properties").has(name)) {
                breaks.add(path + "/" + name + " became optional");
            }
        }
    }

    private void compareConstants(String path, JsonNode before, JsonNode after) {
        if (!texts(before).equals(texts(after))) {
            compareKeyword(path, "enum", before, after);
        }
    }

    private void compareKeyword(String path, String keyword, JsonNode before, JsonNode after) {
        if (!before.equals(after)) {
            breaks.add(
                    "%s: %s was %s and is %s".formatted(path.isEmpty() ? "/" : path, keyword, say(before), say(after)));
        }
    }

    private static String say(JsonNode value) {
        return value.isMissingNode() ? "absent" : value.toString();
    }

    private static Set<String> union(JsonNode landed, JsonNode current) {
        var keywords = new TreeSet<>(landed.propertyNames());
        keywords.addAll(current.propertyNames());
        return keywords;
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        var rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}

package io.fulfilment.events.catalogue;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tables of docs/domain.md: under a heading {@code ## Context: NAME}, those that begin with {@code Command} or
 * {@code Event}.
 */
record DomainMap(List<Row> rows) {

    /**
     * One message of a table, with the answers that its row promises.
     *
     * @param kind {@code Command} or {@code Event}
     */
    record Row(String kind, String type, Set<String> answers) {}

    private static final Pattern CONTEXT = Pattern.compile("## Context: ([a-z]+)");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z]+\\.v[0-9]+)`");

    static DomainMap read(List<String> lines) {
        var rows = new ArrayList<Row>();
        var context = "";
        @Nullable String kind = null;
        for (var line : lines) {
            var heading = CONTEXT.matcher(line);
            if (heading.matches()) {
                context = heading.group(1);
            }
            if (!line.startsWith("|")) {
                kind = null;
            } else if (kind == null) {
                kind = cells(line).getFirst();
            } else if (Set.of("Command", "Event").contains(kind) && !line.startsWith("| ---")) {
                rows.add(row(context, kind, cells(line)));
            }
        }
        return new DomainMap(rows);
    }

    Set<String> types(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Row::type)
                .collect(toSet());
    }

    Set<String> answers() {
        return rows.stream().flatMap(row -> row.answers().stream()).collect(toSet());
    }

    private static Row row(String context, String kind, List<String> cells) {
        var type = names(context, cells.getFirst()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message in the first column: " + cells));
        return new Row(kind, type, kind.equals("Command") ? names(context, cells.getLast()) : Set.of());
    }

    private static Set<String> names(String context, String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult found) -> "io.fulfilment." + context + "." + found.group(1))
                .collect(toSet());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
    }
}

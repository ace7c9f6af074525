package io.fulfilment.inventory.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The fields of a line: separated by commas, or in quotes where a comma or a (doubled) quote is inside. */
final class CsvLine {

    private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*+)\"|([^\",]*+))(,|$)");

    private CsvLine() {}

    /** @throws IllegalArgumentException if a quote is out of place */
    static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = FIELD.matcher(line);
        boolean more = true;
        while (more) {
            if (!field.find()) {
                throw new IllegalArgumentException("a quote is out of place");
            }
            String quoted = field.group(1);
            fields.add(quoted != null ? quoted.replace("\"\"", "\"") : field.group(2));
            more = field.group(3).equals(",");
        }
        return fields;
    }
}

package io.fulfilment.web.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Where in a body an exception arose, as a JSON pointer. */
final class Pointers {

    private Pointers() {}

    /** From the way through the types being read. */
    static String ofPath(JacksonException refused) {
        var pointer = new StringBuilder();
        for (var step : refused.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : escape(name));
        }
        return pointer.toString();
    }

    /** From where the parser stands, for what the types never saw. */
    static String ofParser(JacksonException refused) {
        return refused.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : ofPath(refused);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

package io.fulfilment.saga.diagram;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML. Whatever it is given stands in it as text. */
final class Xml {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes name, value, name, value … */
    Xml open(String element, Object... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    Xml close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Xml empty(String element, Object... attributes) {
        tag(element, attributes).append("/>\n");
        return this;
    }

    /** An element that has a text and nothing else. */
    Xml text(String text, String element, Object... attributes) {
        open(element, attributes);
        out.append(escaped(text));
        return close();
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private StringBuilder tag(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escaped(attributes[i + 1].toString())).append('"');
        }
        return out;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "\uFFFD");
    }
}

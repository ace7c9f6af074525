package io.fulfilment.saga.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A kind of text: the name of its class in the style sheet, and how much room it takes. */
enum Lettering {
    KIND(14, 7.2),
    NAME(20, 8.6),
    TEXT(16, 6.6),
    CONDITION(16, 6.6),
    PARTICIPANT(15, 6.2),
    MARK(20, 7.0),
    TITLE(30, 12.0),
    SUBTITLE(19, 7.2),
    LABEL(14, 6.2);

    private final int height;
    private final double widthOfALetter;

    /** @param widthOfALetter on average, generously: no two machines have the same fonts */
    Lettering(int height, double widthOfALetter) {
        this.height = height;
        this.widthOfALetter = widthOfALetter;
    }

    int height() {
        return height;
    }

    int width(String text) {
        return (int) Math.ceil(text.length() * widthOfALetter);
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Lines that fit into the width, unless one word alone doesn't. */
    List<Line> wrap(String text, int width) {
        var lines = new ArrayList<Line>();
        var line = "";
        for (String word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > width) {
                lines.add(new Line(this, line));
                longer = word;
            }
            line = longer;
        }
        lines.add(new Line(this, line));
        return lines;
    }

    /** One line of a text. */
    record Line(Lettering lettering, String text) {}
}

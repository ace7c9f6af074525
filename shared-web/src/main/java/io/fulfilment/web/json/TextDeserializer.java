package io.fulfilment.web.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Texts that can be stored: no longer than allowed, without NUL, and with every surrogate in its pair. */
class TextDeserializer extends StdScalarDeserializer<String> {

    static final String EXPECTED =
            "must have at most " + StrictJson.LONGEST_STRING + " characters, no NUL and no unpaired surrogate";

    TextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getString();
        if (!isStorable(text)) {
            throw context.weirdStringException(text, String.class, "not storable");
        }
        return text;
    }

    private static boolean isStorable(String text) {
        return text.codePointCount(0, text.length()) <= StrictJson.LONGEST_STRING
                && text.indexOf('\0') < 0
                && text.codePoints().noneMatch(TextDeserializer::isLoneSurrogate);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

package io.fulfilment.messaging.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text from bytes that anybody may have sent. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Text without control characters, which neither a database nor a log takes well.
     *
     * @throws IllegalArgumentException if the bytes are anything else
     */
    static String strict(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a control character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }

    static boolean isClean(byte[] bytes) {
        try {
            strict(bytes);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same text where it is clean, and otherwise what can be shown of it, at most so many characters. */
    public static @Nullable String lenient(byte @Nullable [] bytes, int most) {
        return bytes == null ? null : lenient(new String(bytes, StandardCharsets.UTF_8), most);
    }

    /** As {@link #lenient(byte[], int)}. */
    public static String lenient(String text, int most) {
        String clean = text.codePoints()
                .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.length() <= most ? clean : cut(clean, most);
    }

    private static String cut(String text, int most) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

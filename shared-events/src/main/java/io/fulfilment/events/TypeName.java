package io.fulfilment.events;

import java.util.regex.Pattern;

/**
 * A message's type as it stands in the CloudEvents attribute {@code type}: name and version, as in
 * {@code io.fulfilment.order.OrderPlaced.v1}.
 */
public record TypeName(String name, int version) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.]{1,200}");
    private static final Pattern WIRE_FORM = Pattern.compile("(" + NAME + ")\\.v([1-9][0-9]{0,3})");
    private static final int MAX_VERSION = 9_999;

    /** Every message asks. */
    private static final ClassValue<TypeName> OF_CLASS = new ClassValue<>() {
        @Override
        protected TypeName computeValue(Class<?> type) {
            return annotated(type);
        }
    };

    public TypeName {
        if (!NAME.matcher(name).matches() || version < 1 || version > MAX_VERSION) {
            throw new IllegalArgumentException(
                    "a message type is up to 200 letters, digits or dots and a version from 1 to " + MAX_VERSION);
        }
    }

    /**
     * The type of a message class.
     *
     * @throws IllegalArgumentException if the class carries no {@link MessageType}
     */
    public static TypeName of(Class<? extends Message> type) {
        return OF_CLASS.get(type);
    }

    private static TypeName annotated(Class<?> type) {
        MessageType annotation = type.getAnnotation(MessageType.class);
        if (annotation == null) {
            throw new IllegalArgumentException(type.getName() + " has no @MessageType");
        }
        return new TypeName(annotation.value(), annotation.version());
    }

    /**
     * Reads the form that {@link #toString()} writes.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static TypeName parse(String text) {
        var matcher = WIRE_FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "a message type is NAME.vVERSION, such as io.fulfilment.order.OrderPlaced.v1");
        }
        return new TypeName(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return name + ".v" + version;
    }
}

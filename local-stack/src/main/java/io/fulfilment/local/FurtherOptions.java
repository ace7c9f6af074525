package io.fulfilment.local;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the user gives the JVM of each service on top: {@code SERVICE_JAVA_OPTIONS}, separated by blanks. */
record FurtherOptions(List<String> list) {

    /** Besides these, the JVM takes no cache from us, and does not start. */
    private static final Pattern ABOUT_CACHES = Pattern.compile("-Xshare.*|-XX:(AOT|Shared|DumpLoadedClassList).*");

    FurtherOptions {
        list = List.copyOf(list);
    }

    static FurtherOptions ofEnvironment() {
        return of(System.getenv().getOrDefault("SERVICE_JAVA_OPTIONS", ""));
    }

    static FurtherOptions of(String text) {
        return new FurtherOptions(
                Stream.of(text.split(" ")).filter(option -> !option.isBlank()).toList());
    }

    /** Whether the user decides on the JVM's caches. */
    boolean areAboutCaches() {
        return list.stream().anyMatch(ABOUT_CACHES.asMatchPredicate());
    }
}

package io.fulfilment.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program in a jar that unpacks itself as a service does, and greets otherwise. */
final class Greeting {

    private Greeting() {}

    public static void main(String[] args) throws IOException {
        if (!"tools".equals(System.getProperty("jarmode"))) {
            System.out.println("hello");
            return;
        }
        Path jar = Path.of(System.getProperty("java.class.path"));
        Path destination = Files.createDirectories(Path.of(args[2]));
        Files.copy(jar, destination.resolve(jar.getFileName()));
    }
}

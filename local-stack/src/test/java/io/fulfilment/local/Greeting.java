package io.fulfilment.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program in a jar that unpacks itself as a service does, and greets otherwise. */
final class Greeting {

    private Greeting() {}

    /** Makes such a jar, with a label that tells builds apart. */
    static void build(Path jar, String label) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeting.class.getName());
        String file = Greeting.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream greeting = Greeting.class.getResourceAsStream("/" + file)) {
            out.putNextEntry(new JarEntry(file));
            out.write(greeting.readAllBytes());
            out.putNextEntry(new JarEntry("label"));
            out.write(label.getBytes(StandardCharsets.UTF_8));
        }
    }

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

package io.fulfilment.testing;

/** Holds the one infrastructure of the JVM; loading this class starts it. */
final class SharedInfrastructure {

    static final Infrastructure INSTANCE = EmbeddedInfrastructure.start();

    private SharedInfrastructure() {}
}

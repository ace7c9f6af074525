package io.fulfilment.testing;

/** An {@link Infrastructure} with an end. */
sealed interface RunningInfrastructure extends Infrastructure permits EmbeddedInfrastructure, ContainerInfrastructure {

    /**
     * The kind that the system property {@code test.infrastructure} asks for: {@code embedded}, or {@code containers} with the
     * profile of that name.
     */
    static RunningInfrastructure start() {
        String kind = System.getProperty("test.infrastructure", "embedded");
        return switch (kind) {
            case "embedded" -> EmbeddedInfrastructure.start();
            case "containers" -> ContainerInfrastructure.start();
            default -> throw new IllegalArgumentException("test.infrastructure is embedded or containers, not " + kind);
        };
    }

    void stop();
}

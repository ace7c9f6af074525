package io.fulfilment.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;

/** Holds the one infrastructure of the JVM: using this class starts it, the end of the JVM stops it. */
final class SharedInfrastructure {

    static final RunningInfrastructure INSTANCE = RunningInfrastructure.start();

    private static final Thread STOP = new Thread(INSTANCE::stop, "infrastructure-stop");
    private static final AtomicBoolean OUTLIVES_APPLICATIONS = new AtomicBoolean();

    static {
        Runtime.getRuntime().addShutdownHook(STOP);
    }

    private SharedInfrastructure() {}

    /**
     * Has Spring stop the infrastructure, once its applications have let go of it. A shutdown hook of the JVM would run
     * at the same time as theirs; Spring's own runs only if there is an application.
     */
    static void outliveApplications() {
        if (OUTLIVES_APPLICATIONS.compareAndSet(false, true)) {
            Runtime.getRuntime().removeShutdownHook(STOP);
            SpringApplication.getShutdownHandlers().add(STOP);
        }
    }
}

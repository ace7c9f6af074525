package io.fulfilment.system;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** Starts the system before the first test that needs it, and stops it after the last. */
final class SystemExtension implements ParameterResolver, TestWatcher {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SystemExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context)
                .computeIfAbsent(RunningSystem.class, key -> RunningSystem.startFresh(), RunningSystem.class);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        Optional.ofNullable(store(context).get(RunningSystem.class, RunningSystem.class))
                .ifPresent(system -> System.out.println(system.whatTheLogsSay()));
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE);
    }
}

package io.fulfilment.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** A class of {@code io.fulfilment.NAME} depends on nothing of ours but NAME and the shared modules. */
final class StayInTheirService extends ArchCondition<JavaClass> {

    private static final String OURS = "io.fulfilment.";
    private static final Set<String> SHARED = Set.of("events", "messaging", "web");

    StayInTheirService() {
        super("stay in their service");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> leaves(type, dependency))
                .map(dependency -> SimpleConditionEvent.violated(type, dependency.getDescription()))
                .forEach(events::add);
    }

    private static boolean leaves(JavaClass type, Dependency dependency) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return target.startsWith(OURS)
                && !SHARED.contains(moduleOf(target))
                && !moduleOf(target).equals(moduleOf(type.getPackageName()));
    }

    private static String moduleOf(String packageName) {
        return packageName.substring(OURS.length()).split("\\.", 2)[0];
    }
}

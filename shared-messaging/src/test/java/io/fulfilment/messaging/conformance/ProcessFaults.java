package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.Fault.Ongoing;
import io.fulfilment.messaging.conformance.service.CrashPoint;
import io.fulfilment.messaging.conformance.service.Interruptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** What befalls a process. */
final class ProcessFaults {

    private static final int KILLED = 128 + 9;

    private ProcessFaults() {}

    /** It is started again at the end. */
    static Ongoing kill(ServiceProcess service) {
        ChildProcess victim = service.process().awaitReady();
        victim.kill();
        return () -> {
            require(victim.awaitEnd() == KILLED, service + " ended by itself");
            service.revive();
            return service + " was killed";
        };
    }

    static Ongoing pause(ServiceProcess service) {
        ChildProcess victim = service.process().awaitReady();
        victim.pause();
        return () -> {
            boolean paused = victim.isPaused();
            victim.resume();
            require(paused, service + " didn't stand still");
            return service + " stood still";
        };
    }

    /** It ends itself where it is asked to, and is started again. */
    static Ongoing crash(ServiceProcess service, CrashPoint point) {
        ChildProcess victim = service.process().awaitReady();
        // It may end before it answers.
        victim.ask("halt " + point);
        return () -> {
            int code = victim.awaitEnd();
            service.revive();
            require(code == Interruptions.HALTED, service + " ended with " + code);
            return service + " ended itself " + point;
        };
    }

    /** Something that the process does to itself, and tells when it is over. */
    static Ongoing asked(ServiceProcess service, String command) {
        CompletableFuture<String> answer = service.ask(command);
        return () -> service + ": " + ChildProcess.join(answer);
    }

    /** It leaves its group and joins it, again and again. */
    static Ongoing rebalances(ServiceProcess service) {
        var enough = new AtomicBoolean();
        var rounds = CompletableFuture.supplyAsync(() -> {
            int round = 0;
            do {
                ChildProcess.join(service.ask("leave"));
                ChildProcess.join(service.ask("join"));
                round++;
            } while (!enough.get());
            return round;
        });
        return () -> {
            enough.set(true);
            return service + " left and joined " + ChildProcess.join(rounds) + " times";
        };
    }

    static void require(boolean seen, String otherwise) {
        if (!seen) {
            throw new IllegalStateException("the fault was not there: " + otherwise);
        }
    }
}

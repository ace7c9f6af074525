package io.fulfilment.messaging;

import io.fulfilment.events.Command;
import io.fulfilment.events.Reply;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which answers a service expects to the commands that it sends; each bean of this type adds to the description of the
 * service.
 *
 * @param byCommand of each command the records that answer it; all of them come on one topic
 */
public record Answers(Map<Class<? extends Command>, Set<Class<? extends Reply>>> byCommand) {

    public Answers {
        var copy = new HashMap<Class<? extends Command>, Set<Class<? extends Reply>>>();
        byCommand.forEach((command, replies) -> copy.put(command, Set.copyOf(replies)));
        byCommand = Map.copyOf(copy);
    }

    /** What either of them says. */
    public Answers and(Answers others) {
        var all = new HashMap<>(byCommand);
        others.byCommand.forEach((command, replies) -> all.merge(command, replies, Answers::union));
        return new Answers(all);
    }

    private static Set<Class<? extends Reply>> union(
            Set<Class<? extends Reply>> one, Set<Class<? extends Reply>> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}

package io.fulfilment.saga.query;

import io.fulfilment.events.Command;
import io.fulfilment.events.TypeName;

/**
 * Who is asked for what.
 *
 * @param command without the context in front of it
 * @param participant the service of the command's context
 */
record Asked(String command, String participant) {

    static Asked of(Class<? extends Command> type) {
        var name = TypeName.of(type).name();
        int end = name.lastIndexOf('.');
        var context = name.substring(name.lastIndexOf('.', end - 1) + 1, end);
        return new Asked(name.substring(end + 1), context + "-service");
    }

    @Override
    public String toString() {
        return command + " to " + participant;
    }
}

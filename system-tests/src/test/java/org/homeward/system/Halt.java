package org.homeward.system;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/**
 * Halts a process at a method, through the JVM's own debugging interface: the program under test
 * knows nothing of it, and all its threads stand still until it is killed at exactly that point.
 */
public final class Halt implements AutoCloseable {

    /** Where it hurts most to die. */
    public enum Point {
        /** The change is stored, and its event is not on the way yet. */
        AFTER_COMMIT_BEFORE_SEND("org.homeward.kit.relay.Outlet", "send"),
        /** The broker has the event, and the journal does not know. */
        AFTER_ACK_BEFORE_MARK("org.homeward.kit.relay.Marks", "settle"),
        /** The handlers of a poll have written, and their transaction is open. */
        INSIDE_A_HANDLER("org.homeward.kit.inbox.Positions", "save");

        private final String type;
        private final String method;

        Point(String type, String method) {
            this.type = type;
            this.method = method;
        }
    }

    private final VirtualMachine machine;

    private Halt(VirtualMachine machine) {
        this.machine = machine;
    }

    /**
     * Waits from now on for a process to come to a point.
     *
     * @param port where it listens for a debugger
     * @param time the how manieth time counts, from 1
     */
    public static Halt at(Point point, int time, int port) {
        var halt = new Halt(attach(port));
        var loaded = halt.machine.classesByName(point.type);
        if (loaded.isEmpty()) {
            var loading = halt.machine.eventRequestManager().createClassPrepareRequest();
            loading.addClassFilter(point.type);
            loading.putProperty("point", point);
            loading.putProperty("time", time);
            loading.enable();
        } else {
            halt.stopIn(loaded.getFirst(), point, time);
        }
        return halt;
    }

    private static VirtualMachine attach(int port) {
        var connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(one -> one.transport().name().equals("dt_socket"))
                        .findFirst()
                        .orElseThrow();
        return attach(connector, port);
    }

    private static VirtualMachine attach(AttachingConnector connector, int port) {
        var arguments = connector.defaultArguments();
        Map.of("hostname", "127.0.0.1", "port", Integer.toString(port))
                .forEach(
                        (name, value) ->
                                Objects.requireNonNull(arguments.get(name)).setValue(value));
        try {
            return connector.attach(arguments);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (IllegalConnectorArgumentsException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private void stopIn(ReferenceType type, Point point, int time) {
        Location entry = type.methodsByName(point.method).getFirst().location();
        var breakpoint = machine.eventRequestManager().createBreakpointRequest(entry);
        breakpoint.addCountFilter(time);
        breakpoint.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        breakpoint.enable();
    }

    /** True when the process stands at the point; false when it is let go before. */
    public boolean await() {
        try {
            while (true) {
                var events = machine.eventQueue().remove();
                for (var event : events) {
                    if (event instanceof BreakpointEvent) {
                        return true;
                    }
                    if (event instanceof VMDisconnectEvent) {
                        return false;
                    }
                    if (event instanceof ClassPrepareEvent loaded) {
                        stopIn(
                                loaded.referenceType(),
                                (Point) loaded.request().getProperty("point"),
                                (Integer) loaded.request().getProperty("time"));
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException gone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets the process go on as if nobody had looked. */
    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException gone) {
            // it was killed
        }
    }
}

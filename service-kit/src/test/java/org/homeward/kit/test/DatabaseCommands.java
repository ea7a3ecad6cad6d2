package org.homeward.kit.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes down what a service asks of its database while it answers a call. */
@Configuration(proxyBeanMethods = false)
public class DatabaseCommands {

    /** Asked once a second, by whichever call comes next. */
    private static final Set<String> BY_THE_CLOCK = Set.of("programme_clock", "token_denials");

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicReference<@Nullable Before> BEFORE = new AtomicReference<>();

    /**
     * An answer, and what the database was asked for it.
     *
     * @param commands name and collection of each, in their order
     */
    public record Watched<T>(T answer, List<String> commands) {}

    /** Makes one call; no other may be under way. */
    public static <T> Watched<T> during(Supplier<T> call) {
        ASKED.clear();
        T answer = call.get();
        return new Watched<>(answer, new ArrayList<>(ASKED));
    }

    /**
     * Makes one call, and does something else first when the calling thread is about to send a
     * command for the first time.
     *
     * @param command its name and collection
     */
    public static <T> T before(String command, Runnable meanwhile, Supplier<T> call) {
        BEFORE.set(new Before(Thread.currentThread(), command, meanwhile));
        T answer = call.get();
        if (BEFORE.getAndSet(null) != null) {
            throw new IllegalStateException("not sent: " + command);
        }
        return answer;
    }

    private record Before(Thread caller, String command, Runnable meanwhile) {}

    @Bean
    MongoClientSettingsBuilderCustomizer notedCommands() {
        return settings ->
                settings.addCommandListener(
                        new CommandListener() {
                            @Override
                            public void commandStarted(CommandStartedEvent started) {
                                note(started);
                            }
                        });
    }

    /** By the threads that answer calls only: the relay and its like work all the time. */
    private static void note(CommandStartedEvent started) {
        var name = started.getCommandName();
        var subject = started.getCommand().get(name);
        var collection = subject != null && subject.isString() ? subject.asString().getValue() : "";
        var command = name + " " + collection;
        if (Thread.currentThread().getName().startsWith("http-nio-")
                && !BY_THE_CLOCK.contains(collection)) {
            ASKED.add(command);
        }
        var next = BEFORE.get();
        if (next != null
                && next.caller().equals(Thread.currentThread())
                && next.command().equals(command)
                && BEFORE.compareAndSet(next, null)) {
            next.meanwhile().run();
        }
    }
}

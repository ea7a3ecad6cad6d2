package org.homeward.kit.test;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes down what a service asks of its database while it answers a call. */
@Configuration(proxyBeanMethods = false)
public class DatabaseCommands {

    /** Asked once a second, by whichever call comes next. */
    private static final Set<String> BY_THE_CLOCK = Set.of("programme_clock", "token_denials");

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();

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
        if (!Thread.currentThread().getName().startsWith("http-nio-")) {
            return;
        }
        var name = started.getCommandName();
        var subject = started.getCommand().get(name);
        var collection = subject != null && subject.isString() ? subject.asString().getValue() : "";
        if (!BY_THE_CLOCK.contains(collection)) {
            ASKED.add(name + " " + collection);
        }
    }
}

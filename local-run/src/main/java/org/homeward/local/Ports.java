package org.homeward.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which number each port has in this run. */
public final class Ports {

    private static final int HIGHEST = 65_535 - 100;
    private static final Set<Port> SERVICES = EnumSet.range(Port.BENEFICIARY, Port.NOTIFICATION_2);

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The ports by, in this order: option, environment, what a running system was started with, the
     * standard.
     */
    public static Ports of(
            Map<Port, Integer> options, Map<String, String> environment, @Nullable Ports running) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            Integer option = options.get(port);
            String variable = environment.get(port.variable());
            if (option != null) {
                numbers.put(port, checked(option, port.option()));
            } else if (variable != null && !variable.isBlank()) {
                numbers.put(port, checked(parsed(variable, port), port.variable()));
            } else {
                numbers.put(port, running == null ? port.standard() : running.get(port));
            }
        }
        return new Ports(numbers).demandDifferent();
    }

    private Ports demandDifferent() {
        Map<Integer, Port> taken = new HashMap<>();
        for (Port port : Port.values()) {
            take(taken, get(port), port);
            if (SERVICES.contains(port)) {
                take(taken, management(port), port);
            }
        }
        return this;
    }

    private static void take(Map<Integer, Port> taken, int number, Port port) {
        Port other = taken.putIfAbsent(number, port);
        if (other != null) {
            throw new Refusal(
                    "Port %d is wanted twice, by %s and %s (services also use the one 100 above theirs)."
                            .formatted(number, other.variable(), port.variable()));
        }
    }

    private static int parsed(String text, Port port) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new Refusal(port.variable() + " is no number: " + text);
        }
    }

    private static int checked(int number, String setting) {
        if (number < 1 || number > HIGHEST) {
            throw new Refusal(setting + " must be between 1 and " + HIGHEST + ": " + number);
        }
        return number;
    }

    public int get(Port port) {
        return Optional.ofNullable(numbers.get(port)).orElse(port.standard());
    }

    /** The port of health and metrics of the service on this port. */
    public int management(Port port) {
        return get(port) + 100;
    }

    public String url(Port port) {
        return "http://127.0.0.1:" + get(port);
    }

    /** Written while the system runs, so that later commands find it. */
    public void save(Path file) {
        String lines =
                Arrays.stream(Port.values())
                        .map(port -> port + "=" + get(port) + "\n")
                        .collect(Collectors.joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static @Nullable Ports saved(Path file) {
        if (Files.notExists(file)) {
            return null;
        }
        try {
            Map<String, Integer> lines =
                    Files.readAllLines(file).stream()
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(l -> l[0], l -> Integer.valueOf(l[1])));
            return new Ports(
                    new EnumMap<>(
                            Arrays.stream(Port.values())
                                    .collect(
                                            Collectors.toMap(
                                                    Function.identity(),
                                                    p ->
                                                            lines.getOrDefault(
                                                                    p.name(), p.standard())))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ports ports && numbers.equals(ports.numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return numbers.toString();
    }
}

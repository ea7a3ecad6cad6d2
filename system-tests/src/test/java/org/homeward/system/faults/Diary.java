package org.homeward.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the clients remember: all of it is compared with what is left in the end. */
final class Diary {

    /** A story that was answered to be public. */
    record PublicStory(UUID story, UUID consent, String path) {}

    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();
    private final Queue<PublicStory> published = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Boolean> consents = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Queue<Duration> hidden = new ConcurrentLinkedQueue<>();

    void promised(Promise promise) {
        promises.add(promise);
    }

    void published(PublicStory story) {
        published.add(story);
    }

    /** The person has said yes, or taken it back. */
    void consent(UUID id, boolean inForce) {
        consents.put(id, inForce);
    }

    /** What must not happen at any moment and was seen by a client. */
    void surprise(String what) {
        surprises.add(what);
    }

    void answered(String how) {
        answers.computeIfAbsent(how, _ -> new LongAdder()).increment();
    }

    /** So long a page could still be read after its consent was withdrawn. */
    void hiddenAfter(Duration time) {
        hidden.add(time);
    }

    List<Promise> promises() {
        return List.copyOf(promises);
    }

    List<PublicStory> stories() {
        return List.copyOf(published);
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }

    @Nullable Boolean consent(UUID id) {
        return consents.get(id);
    }

    Map<String, Long> answers() {
        var counts = new TreeMap<String, Long>();
        answers.forEach((how, count) -> counts.put(how, count.sum()));
        return counts;
    }

    List<Duration> hidden() {
        return hidden.stream().sorted().toList();
    }
}

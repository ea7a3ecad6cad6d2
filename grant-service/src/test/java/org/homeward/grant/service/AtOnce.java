package org.homeward.grant.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.homeward.kit.test.Answer;

/** Several calls that start together. */
final class AtOnce {

    private AtOnce() {}

    static List<Answer> all(List<Supplier<Answer>> calls) {
        var start = new CountDownLatch(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running =
                    calls.stream()
                            .map(
                                    call ->
                                            CompletableFuture.supplyAsync(
                                                    () -> {
                                                        start.countDown();
                                                        awaitAll(start);
                                                        return call.get();
                                                    },
                                                    threads))
                            .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void awaitAll(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

package org.homeward.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.local.Refusal;
import org.homeward.local.piece.Piece;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The end of the logs of one piece or of all, and what comes after it. */
@Command(name = "logs", description = "Shows the end of the logs, of one piece or of all.")
final class LogsCommand implements Callable<Integer> {

    private static final long SHOWN = 20_000;

    private final Surroundings here;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "As in 'status'.")
    private String service = "";

    @Option(names = "-f", description = "Follow until Ctrl-C.")
    private boolean follow;

    LogsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Tail> tails = chosen().stream().map(piece -> new Tail(piece, here)).toList();
        do {
            for (Tail tail : tails) {
                tail.printNew();
            }
            if (follow) {
                Thread.sleep(Duration.ofMillis(300));
            }
        } while (follow);
        return 0;
    }

    private List<Piece> chosen() {
        List<Piece> pieces = here.system().pieces();
        if (service.isEmpty()) {
            return pieces;
        }
        List<Piece> named = pieces.stream().filter(p -> p.name().equals(service)).toList();
        if (named.isEmpty()) {
            throw new Refusal(
                    "No "
                            + service
                            + " here; there are: "
                            + String.join(", ", pieces.stream().map(Piece::name).toList()));
        }
        return named;
    }

    private static final class Tail {

        private final Piece piece;
        private final Surroundings here;
        private long position;

        Tail(Piece piece, Surroundings here) {
            this.piece = piece;
            this.here = here;
        }

        void printNew() throws IOException {
            if (Files.notExists(piece.log())) {
                return;
            }
            try (RandomAccessFile file = new RandomAccessFile(piece.log().toFile(), "r")) {
                long end = file.length();
                if (position == 0 || position > end) {
                    position = Math.max(0, end - SHOWN);
                }
                if (position == end) {
                    return;
                }
                byte[] bytes = new byte[(int) Math.min(end - position, SHOWN)];
                file.seek(position);
                file.readFully(bytes);
                position += bytes.length;
                here.out().println("==> " + piece.name() + " (" + piece.log() + ")");
                here.out().print(new String(bytes, StandardCharsets.UTF_8));
            }
        }
    }
}

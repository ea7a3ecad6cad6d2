package org.homeward.kit.relay;

/** An event that no repetition will bring to its topic. The reason holds nothing of its data. */
final class Unsendable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsendable(String reason) {
        super(reason);
    }
}

package org.homeward.local.mail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The mails that arrived, newest first; the oldest go when there are too many. */
final class MailBox {

    private static final int MOST = 500;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long last;

    synchronized void add(String from, String to, String subject, String text, Instant received) {
        mails.addFirst(new Mail(++last, from, to, subject, text, received));
        if (mails.size() > MOST) {
            mails.removeLast();
        }
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    synchronized Optional<Mail> find(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }

    synchronized void clear() {
        mails.clear();
    }
}

package org.homeward.kit.journal;

/**
 * How the journal and the aggregates lie in MongoDB; the relay, the purge and the operators' tools
 * read the same names.
 *
 * <p>An entry:
 *
 * <pre>
 * _id       {a: aggregate's UUID, v: the version it made}: so an id names one aggregate of a service
 * fact      {type, at, epoch, subject, actor?, organisation?, action, command, fields: [changed], events: [hash],
 *            topic: where they are told, with events only}                                never changed
 * events    [{id, type, sequence, time, trace, data}]                                     never changed
 * mac       signature of the above; seal: its place among the seals         see org.homeward.kit.audit
 * outbox    {shard: "topic/partition", order, stamp, by}    only while something is to be published
 * settled   {shard, order, lease, offset}                   once it is: what it had, and its last event's place
 * request   {id, print, answer, until}                      on the first entry of a command, 30 days
 * </pre>
 *
 * <p>{@code order} is a number kept on the aggregate, max(clock in microseconds, last + 1): within
 * an aggregate it rises with the sequence whatever the clock does; across aggregates it is only
 * fair, not a promise. {@code stamp} is new each time an entry is made pending, so a settle that
 * matches id and stamp can't mark what somebody else made pending again. {@code by} is the instance
 * that wrote it: it wakes its own relay in process and need not hear of it through the change
 * stream. {@code settled} keeps what is needed to make the entry pending again when the topic turns
 * out to have lost it, and the epoch of the lease under which it was marked. Entries of the first
 * days have {partition, offset} there; nobody asks for them again.
 */
public final class JournalFormat {

    public static final String JOURNAL = "journal";
    public static final String EPOCH = "epoch";

    public static final String ID_AGGREGATE = "_id.a";
    public static final String ID_VERSION = "_id.v";
    public static final String FACT = "fact";
    public static final String TOPIC = "topic";
    public static final String EVENTS = "events";
    public static final String OUTBOX = "outbox";
    public static final String SHARD = "outbox.shard";
    public static final String ORDER = "outbox.order";
    public static final String STAMP = "outbox.stamp";
    public static final String BY = "outbox.by";
    public static final String SETTLED = "settled";
    public static final String SETTLED_SHARD = "settled.shard";
    public static final String SETTLED_LEASE = "settled.lease";
    public static final String SETTLED_OFFSET = "settled.offset";
    public static final String REQUEST = "request";
    public static final String REQUEST_ID = "request.id";

    private JournalFormat() {}
}

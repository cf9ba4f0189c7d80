// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.changes;

/** Where a node gets changes for a durable consumer; for one thread at a time. */
public interface Inbox extends AutoCloseable {

    /**
     * Hands over the next changes, in order, and moves the consumer's cursor behind them once it has done its work: that is done
     * at least once, so it must not mind a repetition. No transaction lasts as long as that, because it would hold back the
     * numbers of everybody's changes.
     *
     * @return whether there may be more at once; false too when another node is at it
     */
    boolean consume(ChangeConsumer work);

    /**
     * Hands over the next change alone. One that the consumer fails at again and again is set aside with the reason, and the
     * consumer goes on behind it.
     *
     * @param mostFailures until then
     */
    Digestion digest(int mostFailures, ChangeConsumer work);

    @Override
    void close();

    /** What came of handing one change to a consumer. */
    enum Digestion {
        NOTHING_THERE,
        DONE,
        FAILED,
        SET_ASIDE
    }
}

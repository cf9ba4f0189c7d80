// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.crash;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A place in the code at which the process can be told to die at once, as if the machine had lost power. Inert unless the
 * environment names it: {@code BARAZA_CRASH_POINT=intake.before-commit:120} dies at the 120th time that place is reached.
 */
public enum CrashPoint {
    /** An attachment is in the blob store, its form is not yet in the database. */
    AFTER_BLOB("intake.after-blob"),
    /** Forms and cases are locked and read, nothing is written. */
    AFTER_LOOK("intake.after-look"),
    /** Everything is written, nothing is committed. */
    AFTER_STORE("intake.after-store"),
    /** The next thing to happen is a commit. */
    BEFORE_COMMIT("transaction.before-commit"),
    /** A commit is durable, and nobody was told. */
    AFTER_COMMIT("transaction.after-commit"),
    /** Changes are numbered, nobody has read them. */
    AFTER_NUMBERING("feed.after-numbering"),
    /** A broker has changes for good, the cursor of the feed has not moved. */
    AFTER_PUBLISHING("feed.after-publishing"),
    /** A chunk of old forms is in the blob store, their rows are as they were. */
    AFTER_CHUNK("forms.after-chunk"),
    /** Records of deliveries are made, the cursor of the feed has not moved. */
    AFTER_REGISTERING("forwarding.after-registering"),
    /** Another system took a delivery, and nobody has noted that. */
    AFTER_SENDING("forwarding.after-sending");

    private static final int KILLED = 137;

    private final String armedName;
    private final long atPass;
    private final AtomicLong passes = new AtomicLong();

    CrashPoint(String name) {
        String armed = System.getenv().getOrDefault("BARAZA_CRASH_POINT", "");
        int colon = armed.lastIndexOf(':');
        boolean named = colon > 0 && armed.substring(0, colon).equals(name);
        this.armedName = name;
        this.atPass = named ? Long.parseLong(armed.substring(colon + 1)) : 0;
    }

    /** Whether this process is to die at one of these places. */
    public static boolean isArmed() {
        return Armed.SOME;
    }

    /** Asked once: the environment of a process does not change. */
    private static final class Armed {
        private static final boolean SOME = Arrays.stream(CrashPoint.values()).anyMatch(point -> point.atPass > 0);
    }

    /** Its name, as the environment gives it. */
    public String pointName() {
        return armedName;
    }

    /** Passes the place; does not return if the process is to die here. */
    public void reached() {
        if (atPass > 0 && passes.incrementAndGet() == atPass) {
            Runtime.getRuntime().halt(KILLED);
        }
    }
}

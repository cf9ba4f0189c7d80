// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa.multipart;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes up to the next boundary. A boundary is a line of its own: a line end, two dashes, the boundary, two dashes
 * more if it is the closing one, and blanks at most; the line end before it belongs to it.
 */
final class PartContent extends InputStream {

    private static final int MOST_PADDING = 128;

    private final Window window;
    private final Needle boundary;
    private int ready;
    private int boundaryLine;
    private boolean ended;
    private boolean last;

    PartContent(Window window, Needle boundary) {
        this.window = window;
        this.boundary = boundary;
    }

    /** Starts after headers, whose final line end is still in the window: it may also begin a boundary. */
    void begin() throws IOException {
        ended = false;
        ready = 0;
        advance();
        if (!ended || ready > 0) {
            window.drop(1);
            ready--;
        }
    }

    /** Whether the boundary that ended the content closes the body. */
    boolean isLast() {
        return last;
    }

    /** Passes over what is left, at most so many bytes, and over the boundary after it. */
    void skip(long most, MalformedBody.Reason ifTooMuchOrNoBoundary) throws IOException {
        long skipped = 0;
        while (more(ifTooMuchOrNoBoundary)) {
            skipped += ready;
            window.drop(ready);
            ready = 0;
            if (skipped > most) {
                throw new MalformedBody(ifTooMuchOrNoBoundary);
            }
        }
        window.drop(boundaryLine);
        boundaryLine = 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!more(MalformedBody.Reason.TRUNCATED)) {
            return -1;
        }
        int read = window.copy(target, offset, Math.min(length, ready));
        ready -= read;
        return read;
    }

    @Override
    public int available() {
        return ready;
    }

    private boolean more(MalformedBody.Reason ifNoBoundary) throws IOException {
        while (ready == 0 && !ended) {
            try {
                advance();
            } catch (MalformedBody broken) {
                boolean cut = broken.reason() == MalformedBody.Reason.TRUNCATED;
                throw cut ? new MalformedBody(ifNoBoundary) : broken;
            }
        }
        return ready > 0;
    }

    /** Finds out how many of the next bytes are content, at least one, or that a boundary comes first. */
    private void advance() throws IOException {
        while (true) {
            int found = window.find(boundary, 0);
            if (found >= 0) {
                judge(found);
                return;
            }
            int safe = window.length() - boundary.length();
            if (safe > 0) {
                ready = safe;
                return;
            }
            if (!window.fill()) {
                throw new MalformedBody(MalformedBody.Reason.TRUNCATED);
            }
        }
    }

    /** Decides whether what looks like a boundary is one. */
    private void judge(int found) throws IOException {
        boolean near = found + boundary.length() + MOST_PADDING + 4 > window.capacity();
        if (near) {
            ready = found - 1;
            return;
        }
        int at = found + boundary.length();
        boolean closing = isAt(at, '-') && isAt(at + 1, '-');
        int after = lineEnd(closing ? at + 2 : at, closing);
        if (after < 0) {
            ready = found + 1;
            return;
        }
        ready = found > 0 && window.at(found - 1) == '\r' ? found - 1 : found;
        boundaryLine = after - ready;
        ended = true;
        last = closing;
    }

    /** Where the line ends that has nothing but blanks from here on; -1 if it has more. */
    private int lineEnd(int from, boolean closing) throws IOException {
        int at = from;
        while (at < from + MOST_PADDING && (isAt(at, ' ') || isAt(at, '\t'))) {
            at++;
        }
        if (isAt(at, '\n')) {
            return at + 1;
        }
        if (isAt(at, '\r') && isAt(at + 1, '\n')) {
            return at + 2;
        }
        int rest = isAt(at, '\r') ? at + 1 : at;
        return closing && !window.has(rest + 1) ? rest : -1;
    }

    private boolean isAt(int offset, char expected) throws IOException {
        return window.has(offset + 1) && window.at(offset) == expected;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.device;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.baraza.bench.device.Synced.Kind;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Requests;
import org.baraza.phone.Block;
import org.baraza.phone.FormXml;
import org.baraza.phone.Payload;
import org.baraza.phone.PayloadReader;
import org.baraza.phone.Phone;

/**
 * One phone of one worker. Forms take effect on it at once and wait until the server has taken them; a sync sends them
 * first, purges, says what is left, and takes what it is told. When anything fails on the way, it is as it was and may try
 * again.
 */
public final class Device {
    private static final Pattern PROGRESS =
            Pattern.compile("<progress\\b(?=[^>]*\\bdone=\"\\d+\")(?=[^>]*\\btotal=\"\\d+\")");
    private static final int MOST_WAITS = 120;

    private final String project;
    private final Worker worker;
    private final String id;
    private final Courier courier;
    private final Consumer<String> arrived;
    private final Phone phone;
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    /** Takes a request to the server. */
    @FunctionalInterface
    public interface Courier {
        HttpAnswer send(byte[] request) throws IOException;
    }

    private record Waiting(String formId, byte[] xml) {}

    /** @param arrived told the id of each form that the server has taken */
    public Device(String project, Worker worker, String id, Courier courier, Consumer<String> arrived) {
        this.project = project;
        this.worker = worker;
        this.id = id;
        this.courier = courier;
        this.arrived = arrived;
        this.phone = new Phone(worker.userId());
    }

    /** What it holds. */
    public Phone phone() {
        return phone;
    }

    public Worker worker() {
        return worker;
    }

    /** A form that the worker fills in, on- or offline. */
    public void fillIn(String formId, List<Block> blocks) {
        phone.fillIn(blocks);
        waiting.add(
                new Waiting(formId, FormXml.of(formId, worker.userId(), blocks).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Sends what waits, oldest first.
     *
     * @throws IOException when one could not be sent or was not taken; it and those after it still wait
     */
    public void send() throws IOException {
        for (Waiting form = waiting.peek(); form != null; form = waiting.peek()) {
            HttpAnswer answer = courier.send(submission(form.xml));
            if (answer.status() / 100 != 2) {
                throw new Refused("form " + form.formId, answer);
            }
            waiting.remove();
            arrived.accept(form.formId);
        }
    }

    private byte[] submission(byte[] xml) {
        return Requests.submission(project, worker.authorization(), xml, "", new byte[0], headers(true));
    }

    /**
     * Syncs; where the server says that both do not agree, begins anew as phones do.
     *
     * @throws IOException when no payload came; the phone stays as it was
     */
    public Synced sync() throws IOException, InterruptedException {
        send();
        phone.purge();
        boolean first = phone.token().isEmpty();
        long asked = System.nanoTime();
        HttpAnswer answer = ask(true);
        if (answer.status() != 412) {
            return take(answer, first ? Kind.FIRST : Kind.CONTINUED, asked);
        }
        return take(ask(false), Kind.RECOVERED, asked);
    }

    private HttpAnswer ask(boolean continues) throws IOException, InterruptedException {
        byte[] request =
                Requests.get(path(continues && phone.token().isPresent()), worker.authorization(), headers(continues));
        for (int waits = 0; waits < MOST_WAITS; waits++) {
            HttpAnswer answer = courier.send(request);
            if (answer.status() != 202) {
                return answer;
            }
            Thread.sleep(1_000L * retryAfter(answer));
        }
        throw new IOException("the restore never became ready");
    }

    /** What the client calls bad data otherwise. */
    private static int retryAfter(HttpAnswer answer) throws IOException {
        String seconds = answer.header("retry-after").orElse("");
        if (!seconds.matches("[1-9]\\d{0,5}")
                || !PROGRESS.matcher(answer.text()).find()) {
            throw new IOException("a 202 that no phone understands: " + answer.text());
        }
        return Integer.parseInt(seconds);
    }

    private String path(boolean continues) {
        String path = "/a/" + project + "/phone/restore/?version=2.0&device_id=" + id + "&user_id=" + worker.userId();
        if (continues) {
            path += "&since=" + phone.token().orElseThrow() + "&state=" + phone.state() + "&days_since_last_sync=0";
        }
        return path + "&items=true";
    }

    private String[] headers(boolean continues) {
        List<String> headers = new ArrayList<>(List.of(
                "X-OpenRosa-Version: 3.0",
                "x-openrosa-deviceid: " + id,
                "x-openrosa-commcare-version: 2.53.1",
                "Accept-Encoding: gzip"));
        if (continues) {
            phone.token().ifPresent(token -> headers.add("X-CommCareHQ-LastSyncToken: " + token));
        }
        return headers.toArray(String[]::new);
    }

    private Synced take(HttpAnswer answer, Kind kind, long asked) throws IOException {
        long nanos = System.nanoTime() - asked;
        if (answer.status() != 200) {
            throw new Refused("a sync", answer);
        }
        Payload payload = PayloadReader.read(body(answer));
        if (kind == Kind.RECOVERED) {
            phone.startOver();
        }
        phone.take(payload);
        return new Synced(kind, payload.blocks().size(), answer.body().length, nanos);
    }

    private static InputStream body(HttpAnswer answer) throws IOException {
        InputStream bytes = new ByteArrayInputStream(answer.body());
        return answer.header("content-encoding").orElse("").equals("gzip") ? new GZIPInputStream(bytes) : bytes;
    }

    /** The server answered, and not as hoped. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final boolean saysWhen;

        Refused(String what, HttpAnswer answer) {
            super(what + " was answered with " + answer.status() + " " + answer.text());
            status = answer.status();
            saysWhen = answer.header("retry-after").isPresent();
        }

        public int status() {
            return status;
        }

        /** Whether it said when to come again. */
        public boolean saysWhen() {
            return saysWhen;
        }
    }
}

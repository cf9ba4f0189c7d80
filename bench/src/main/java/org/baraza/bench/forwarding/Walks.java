// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forwarding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;

/** One phone, whose forms each take one of its cases a step further; it goes on until each is taken. */
final class Walks implements AutoCloseable {
    private static final int CASES = 5;
    private static final int CREATED = 201;
    private static final int BETWEEN_TRIES_MILLIS = 100;

    private final String project;
    private final Worker worker;
    private final Line line;
    private final List<String> cases = new ArrayList<>();
    private final Map<String, Integer> steps = new LinkedHashMap<>();
    private int next;

    /** What all phones were told that was taken: the case and its step by the id of the form. */
    static final class Told {
        private final Map<String, String> forms = new ConcurrentHashMap<>();
        private final Map<String, Long> times = new ConcurrentHashMap<>();
        private final AtomicInteger count = new AtomicInteger();

        Map<String, String> casesByForm() {
            return Map.copyOf(forms);
        }

        /** When each was told, by the id of the form. */
        Map<String, Long> times() {
            return Map.copyOf(times);
        }

        int count() {
            return count.get();
        }
    }

    Walks(int port, String project, Worker worker) {
        this.project = project;
        this.worker = worker;
        this.line = new Line(port);
        for (int i = 0; i < CASES; i++) {
            cases.add(UUID.randomUUID().toString());
        }
    }

    /** Returns when the server has it. */
    void step(Told told) throws InterruptedException {
        String caseId = cases.get(next++ % CASES);
        int step = steps.merge(caseId, 1, Integer::sum);
        String formId = UUID.randomUUID().toString();
        byte[] request = Requests.submission(
                project, worker.authorization(), form(formId, caseId, step).getBytes(StandardCharsets.UTF_8));
        while (!isTaken(request)) {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
        told.times.put(formId, System.nanoTime());
        told.forms.put(formId, caseId);
        told.count.incrementAndGet();
    }

    private boolean isTaken(byte[] request) {
        try {
            line.connected();
            HttpAnswer answer = line.send(request);
            return answer.status() == CREATED;
        } catch (IOException away) {
            // the next try takes a new connection
            return false;
        }
    }

    private String form(String formId, String caseId, int step) {
        String create = step > 1
                ? ""
                : "<create><case_type>walk</case_type><case_name>Walk</case_name><owner_id>" + worker.userId()
                        + "</owner_id></create>";
        return "<?xml version='1.0' ?><data name=\"Walk\" xmlns=\"http://example.org/walk\">"
                + "<case case_id=\"" + caseId + "\" date_modified=\"2026-03-01T08:00:00.000Z\" user_id=\""
                + worker.userId() + "\" xmlns=\"http://commcarehq.org/case/transaction/v2\">" + create
                + "<update><step>" + step + "</step></update></case>"
                + "<meta xmlns=\"http://openrosa.org/jr/xforms\"><instanceID>" + formId + "</instanceID><userID>"
                + worker.userId() + "</userID></meta></data>";
    }

    @Override
    public void close() {
        line.close();
    }
}

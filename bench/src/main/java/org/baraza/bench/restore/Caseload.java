// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.restore;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.baraza.bench.forms.Block;
import org.baraza.bench.forms.FormXml;
import org.baraza.bench.forms.PlannedForm;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.baraza.bench.wire.HttpAnswer;
import org.baraza.bench.wire.Line;
import org.baraza.bench.wire.Requests;

/** Gives a worker many cases: households, and members that point to them, about 0.7 KB each in a restore. */
public final class Caseload {
    private static final int CASES_PER_FORM = 250;
    private static final int MEMBERS = 4;

    private Caseload() {}

    public static void give(int port, String project, Worker worker, int cases) throws IOException {
        try (Line line = new Line(port)) {
            for (int done = 0; done < cases; done += CASES_PER_FORM) {
                byte[] xml = FormXml.write(form(worker, Math.min(CASES_PER_FORM, cases - done)));
                HttpAnswer answer = line.send(Requests.submission(project, worker.authorization(), xml));
                if (answer.status() != 201) {
                    throw new IOException("a caseload was answered with " + answer.status() + " " + answer.text());
                }
            }
        }
    }

    private static PlannedForm form(Worker worker, int cases) {
        List<Block> blocks = new ArrayList<>();
        String household = "";
        for (int i = 0; i < cases; i++) {
            String id = UUID.randomUUID().toString();
            boolean member = i % (MEMBERS + 1) > 0;
            household = member ? household : id;
            var links =
                    member ? List.of(new Block.Link("parent", "household", household, "child")) : List.<Block.Link>of();
            var create = new Block.Create(member ? "member" : "household", "Amina Kisima " + i, worker.userId());
            blocks.add(new Block(id, create, properties(i), links, false));
        }
        return new PlannedForm(
                UUID.randomUUID().toString(),
                1,
                worker,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                blocks,
                List.of(),
                new byte[0]);
    }

    private static SequencedMap<String, String> properties(int i) {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put("dob", "1994-05-1" + i % 10);
        properties.put("sex", i % 2 == 0 ? "female" : "male");
        properties.put("village", "Kisima " + i % 40);
        properties.put("phone", "+2557" + (10_000_000 + i));
        properties.put("pregnant", "no");
        properties.put("last_visit", "2026-03-1" + i % 10);
        properties.put("next_visit", "2026-04-1" + i % 10);
        properties.put("water_source", "borehole");
        return properties;
    }
}

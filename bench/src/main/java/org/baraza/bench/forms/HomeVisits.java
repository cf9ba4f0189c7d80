// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forms;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.UUID;
import org.baraza.bench.forms.PlannedForm.Worker;

/** The ordinary work of one worker: every visit makes a case and updates one that is there. For one thread. */
public final class HomeVisits {
    private static final int REMEMBERED = 50;
    private static final byte[] NO_PHOTO = new byte[0];

    private final Worker worker;
    private final SplittableRandom random;
    private final List<String> known = new ArrayList<>();
    private int number;

    public HomeVisits(Worker worker, long seed) {
        this.worker = worker;
        this.random = new SplittableRandom(seed);
    }

    /** The next form. Its new case may be updated by later forms, so send them in order. */
    public PlannedForm next() {
        List<Block> blocks = new ArrayList<>();
        String child = id();
        blocks.add(new Block(child, new Block.Create("child", name(), worker.userId()), born(), List.of(), false));
        if (!known.isEmpty()) {
            String household = known.get(random.nextInt(known.size()));
            blocks.add(new Block(household, null, visited(), List.of(), false));
        }
        if (known.size() < REMEMBERED) {
            known.add(child);
        } else {
            known.set(random.nextInt(REMEMBERED), child);
        }
        return new PlannedForm(
                id(), ++number, worker, Instant.now().truncatedTo(ChronoUnit.MILLIS), blocks, List.of(), NO_PHOTO);
    }

    public Worker worker() {
        return worker;
    }

    private SequencedMap<String, String> born() {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put("dob", "2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10));
        properties.put("sex", random.nextBoolean() ? "female" : "male");
        properties.put("birth_weight", "3." + random.nextInt(100));
        properties.put("mother_name", name());
        properties.put("village", "Kisima " + random.nextInt(40));
        properties.put("phone", "+2557" + (10_000_000 + random.nextInt(89_999_999)));
        return properties;
    }

    private SequencedMap<String, String> visited() {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        properties.put("last_visit", "2026-03-" + (10 + random.nextInt(20)));
        properties.put("visits", Integer.toString(number));
        properties.put("weight", "7." + random.nextInt(100));
        properties.put("muac", Integer.toString(110 + random.nextInt(60)));
        return properties;
    }

    private String name() {
        return "Child " + Long.toString(random.nextLong(1L << 40), 36);
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.floor;

import java.time.OffsetDateTime;
import java.util.SplittableRandom;

/** The JSON columns of the floor's rows: as long and as varied as those that the server writes. */
final class FloorRows {
    private FloorRows() {}

    static String born(SplittableRandom random) {
        return "{\"dob\":\"2025-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + "\",\"sex\":\""
                + (random.nextBoolean() ? "female" : "male") + "\",\"birth_weight\":\"3." + random.nextInt(100)
                + "\",\"mother_name\":\"Child " + Long.toString(random.nextLong(1L << 40), 36)
                + "\",\"village\":\"Kisima " + random.nextInt(40) + "\",\"phone\":\"+2557"
                + (10_000_000 + random.nextInt(89_999_999)) + "\"}";
    }

    /** What a case has once it was visited: the first properties and those of the visit. */
    static String visited(SplittableRandom random) {
        String born = born(random);
        return born.substring(0, born.length() - 1) + "," + visit(random).substring(1);
    }

    static String bornBlocks(String user, OffsetDateTime at, String name, SplittableRandom random) {
        return "{\"blocks\":[{\"user\":\"" + user + "\",\"on\":\"" + at + "\",\"create\":true,\"update\":true,"
                + "\"values\":{\"TYPE\":\"child\",\"NAME\":\"" + name + "\",\"OWNER_ID\":\"" + user
                + "\"},\"properties\":" + born(random) + "}]}";
    }

    static String visitedBlocks(String user, OffsetDateTime at, SplittableRandom random) {
        return "{\"blocks\":[{\"user\":\"" + user + "\",\"on\":\"" + at + "\",\"update\":true,\"properties\":"
                + visit(random) + "}]}";
    }

    private static String visit(SplittableRandom random) {
        return "{\"last_visit\":\"2026-03-" + (10 + random.nextInt(20)) + "\",\"visits\":\"" + random.nextInt(100)
                + "\",\"weight\":\"7." + random.nextInt(100) + "\",\"muac\":\"" + (110 + random.nextInt(60)) + "\"}";
    }
}

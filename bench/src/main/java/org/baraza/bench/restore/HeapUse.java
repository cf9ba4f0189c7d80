// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM, asked of it with {@code jcmd}. */
public final class HeapUse {
    private static final Pattern USED = Pattern.compile("total (\\d+)K, used (\\d+)K");

    private HeapUse() {}

    /** MiB that are left after a full collection. */
    public static long retained(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return used(pid);
    }

    /** MiB in use now, garbage included. */
    static long used(long pid) throws IOException, InterruptedException {
        Matcher spaces = USED.matcher(jcmd(pid, "GC.heap_info"));
        long kibibytes = 0;
        while (spaces.find()) {
            kibibytes += Long.parseLong(spaces.group(2));
        }
        return kibibytes / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}

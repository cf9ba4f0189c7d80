// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM, asked of it with {@code jcmd}. */
public final class HeapUse {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

    private HeapUse() {}

    /**
     * MiB that are alive. A census of live objects stops the JVM, collects and counts at one moment; a collection followed
     * by the question what is in use would count the garbage of the time between.
     */
    public static long retained(long pid) throws IOException, InterruptedException {
        Matcher total = TOTAL.matcher(jcmd(pid, "GC.class_histogram"));
        if (!total.find()) {
            throw new IOException("jcmd said nothing of the heap of " + pid);
        }
        return Long.parseLong(total.group(1)) / (1024 * 1024);
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

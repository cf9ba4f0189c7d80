// SPDX-License-Identifier: Apache-2.0

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the test classes that are named, by their short names, and says what failed: see {@code tools/try}. */
final class Try {
    private static final int DEEPEST = 15;
    private static final int STACK_LINES = 30;

    void main(String[] names) throws IOException {
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String name : names) {
            String[] parts = name.split("#");
            String type = typeOf(parts[0]);
            request.selectors(parts.length == 1 ? selectClass(type) : selectMethod(type, parts[1]));
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request.build(), listener);
        PrintWriter out = new PrintWriter(System.out);
        listener.getSummary().printFailuresTo(out, STACK_LINES);
        listener.getSummary().printTo(out);
        boolean ran = listener.getSummary().getTestsFoundCount() > 0;
        System.exit(ran && listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }

    private static String typeOf(String name) throws IOException {
        try (var files = Files.find(Path.of("src/test/java"), DEEPEST, (file, _) -> file.endsWith(name + ".java"))) {
            List<Path> found = files.toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(found.size() + " test classes are called " + name);
            }
            String path = found.getFirst().toString();
            return path.substring(path.indexOf("java/") + 5, path.length() - ".java".length())
                    .replace('/', '.');
        }
    }
}

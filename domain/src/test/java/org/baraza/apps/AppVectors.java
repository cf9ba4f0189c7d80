// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.baraza.apps.model.AppImport;
import org.baraza.apps.model.NotAnApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The applications of the vectors. */
public final class AppVectors {
    public static final List<String> NAMES = List.of("01-chw", "02-household", "03-survey");

    private AppVectors() {}

    public static JsonNode app(String name) {
        return json(name + "/app.json");
    }

    public static JsonNode facts(String name) {
        return json(name + "/facts.json");
    }

    public static AppImport.Imported imported(String name) {
        try {
            return AppImport.read(app(name), ids());
        } catch (NotAnApp impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The source of one form. */
    public static String source(String name, String formId) {
        return Objects.requireNonNull(imported(name).sources().get(formId), formId);
    }

    /** Ids that are the same in each run. */
    public static Supplier<String> ids() {
        AtomicInteger last = new AtomicInteger();
        return () -> "%032x".formatted(last.incrementAndGet());
    }

    private static JsonNode json(String path) {
        try (InputStream file = AppVectors.class.getResourceAsStream("/vectors/apps/" + path)) {
            return JsonMapper.shared().readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

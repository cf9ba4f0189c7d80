// SPDX-License-Identifier: Apache-2.0
package org.baraza.python;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.forwarding.spi.Payload;
import org.baraza.forwarding.spi.Transformation.Script;
import org.baraza.forwarding.spi.Transformation.Source;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A module that was read, in its sandbox. */
final class PythonModule implements Script {
    private static final int LARGEST = 8_000_000;

    private final Context context;
    private final Watch watch;
    private final Value make;
    private final Value generator;

    PythonModule(Context context, Watch watch, Value make, Value generator) {
        this.context = context;
        this.watch = watch;
        this.make = make;
        this.generator = generator;
    }

    @Override
    public Payload payload(Source source) {
        String made;
        try {
            made = make.execute(
                            generator,
                            source.id(),
                            source.project(),
                            source.json().toString())
                    .asString();
        } catch (PolyglotException e) {
            throw new IllegalStateException(PythonModules.flaw(e, watch).told(), e);
        }
        if (made.length() > LARGEST) {
            throw new IllegalStateException("The module makes something that is too large.");
        }
        JsonNode said = JsonMapper.shared().readTree(made);
        if (said.isNull()) {
            return Payload.NOTHING;
        }
        if (said.has("error")) {
            String error = said.path("error").asString();
            int line = said.path("line").asInt();
            throw new IllegalStateException(line == 0 ? error : "Line " + line + ": " + error);
        }
        Map<String, String> headers = new LinkedHashMap<>(source.plain().headers());
        said.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
        return new Payload(
                said.path("content_type").asString(),
                headers,
                source.plain().parameters(),
                said.path("body").asString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isSpent() {
        return watch.reason().isPresent();
    }

    @Override
    public void close() {
        watch.close();
        close(context);
    }

    static void close(Context context) {
        try {
            context.close(true);
        } catch (PolyglotException stopped) {
            // It was closed while it ran, and says so.
        }
    }
}

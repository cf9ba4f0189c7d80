// SPDX-License-Identifier: Apache-2.0
package org.baraza.python;

import java.util.LinkedHashMap;
import java.util.Map;
import org.baraza.forwarding.spi.Budget;
import org.baraza.forwarding.spi.FlawedScript;
import org.baraza.forwarding.spi.FlawedScript.Flaw;
import org.baraza.forwarding.spi.Transformation;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Makes of a form or a case, in HQ's JSON, what a module in Python says: a payload generator as CommCare HQ has them. */
public final class PythonModules implements Transformation {
    private static final String CASE_JSON = "case_json";

    /** The first sandbox takes seconds; it is opened before anybody waits for it. */
    public PythonModules() {
        Thread.ofPlatform().daemon().name("python-warm-up").start(() -> {
            try (Context context = Sandbox.open()) {
                Sandbox.prelude(context);
            }
        });
    }

    @Override
    public String slug() {
        return "python";
    }

    @Override
    public String label() {
        return "Python module";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public String language() {
        return Sandbox.PYTHON;
    }

    @Override
    public String example() {
        return """
                def get_payload(record, doc):
                    if not doc["form"].get("name"):
                        return None
                    return {"id": record.payload_id, "name": doc["form"]["name"]}
                """;
    }

    @Override
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("FormRepeater", "form_json");
        sources.put("CaseRepeater", CASE_JSON);
        sources.put("CreateCaseRepeater", CASE_JSON);
        sources.put("UpdateCaseRepeater", CASE_JSON);
        return sources;
    }

    @Override
    public Script read(String script, Budget budget) {
        Context context = Sandbox.open();
        Watch watch = new Watch(context, budget);
        try {
            Value prelude = Sandbox.prelude(context);
            Sandbox.run(context, script);
            Value generator = prelude.getHashValue("find").execute(context.eval(Sandbox.PYTHON, "globals()"));
            if (generator.isNull()) {
                throw new FlawedScript(
                        new Flaw("Define get_payload(record, doc), or a class with such a method.", 0, 0));
            }
            return new PythonModule(context, watch, prelude.getHashValue("payload"), generator);
        } catch (PolyglotException e) {
            throw closed(context, watch, new FlawedScript(flaw(e, watch)));
        } catch (RuntimeException e) {
            throw closed(context, watch, e);
        }
    }

    private static RuntimeException closed(Context context, Watch watch, RuntimeException why) {
        watch.close();
        PythonModule.close(context);
        return why;
    }

    /** What went wrong, and in which line of the module. */
    static Flaw flaw(PolyglotException e, Watch watch) {
        String message = e.isCancelled()
                ? watch.reason().orElse("It was stopped.")
                : e.isExit() ? "A module may not end the server." : String.valueOf(e.getMessage());
        SourceSection where = e.getSourceLocation();
        if (isInModule(where)) {
            return new Flaw(message, where.getStartLine(), where.getStartColumn());
        }
        for (StackFrame frame : e.getPolyglotStackTrace()) {
            if (frame.isGuestFrame() && isInModule(frame.getSourceLocation())) {
                return new Flaw(
                        message,
                        frame.getSourceLocation().getStartLine(),
                        frame.getSourceLocation().getStartColumn());
            }
        }
        return new Flaw(message, 0, 0);
    }

    private static boolean isInModule(@Nullable SourceSection where) {
        return where != null && where.getSource().getName().equals(Sandbox.MODULE);
    }
}

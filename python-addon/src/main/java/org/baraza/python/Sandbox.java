// SPDX-License-Identifier: Apache-2.0
package org.baraza.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** Where modules run: without files, network, processes, threads, environment, and anything of Java. */
final class Sandbox {
    static final String PYTHON = "python";
    /** What people read in messages. */
    static final String MODULE = "module.py";

    private static final Engine ENGINE = Engine.newBuilder(PYTHON)
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    /** Apart from the names of modules. */
    private static final Source READER =
            Source.newBuilder(PYTHON, """
            def _read(text):
                names = {"__name__": "prelude"}
                exec(text, names)
                return names
            _read
            """, "reader.py").buildLiteral();

    private static final String PRELUDE = text();

    private Sandbox() {}

    private static String text() {
        try (InputStream stream = Objects.requireNonNull(Sandbox.class.getResourceAsStream("prelude.py"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Context open() {
        return Context.newBuilder(PYTHON)
                .engine(ENGINE)
                .allowAllAccess(false)
                .allowHostAccess(HostAccess.NONE)
                .allowHostClassLookup(_ -> false)
                .allowIO(IOAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.NONE)
                .allowCreateThread(false)
                .allowCreateProcess(false)
                .allowNativeAccess(false)
                .option("python.PosixModuleBackend", "java")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    /** What modules find; a dictionary of its names. */
    static Value prelude(Context context) {
        return context.eval(READER).execute(PRELUDE);
    }

    static void run(Context context, String module) {
        context.eval(Source.newBuilder(PYTHON, module, MODULE).buildLiteral());
    }
}

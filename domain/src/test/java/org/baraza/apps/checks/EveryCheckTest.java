// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No check of CommCare HQ's is missing here, and each check that is here has a fault that it finds. */
final class EveryCheckTest {
    /** What CommCare HQ refuses a version for (releases, section 6), but for what plans of subscription are needed for. */
    private static final Set<String> OF_HQ = Set.of("""
            no modules, empty lang, duplicate xmlns, parent cycle, root cycle, unknown root, case_sharing, password_format,
            error, form error, no forms or case list, no case type, no case detail, case list form missing,
            case list form not registration, module filter has xpath error, invalid filter xpath, invalid sort field,
            invalid tile configuration, circular case hierarchy, training module parent, training module child,
            missing module, no source module id, missing shadow parent, shadow parent does not exist,
            missing shadow parent tag, no reports, report config ref invalid, report config id duplicated, blank form,
            invalid xml, validation error, no form links, bad form link, form link to display only forms,
            form link to missing root, form filter has xpath error, invalid case xpath reference,
            invalid user property xpath reference, update_case word illegal, update_case uses reserved word, path error,
            multimedia case property not supported, case_name required, subcase has no case type,
            subcase repeat context, missing parent tag, missing relationship question, no case type in action,
            auto select key, auto select source, auto select case ref, filtering without case,
            practice user config error""".strip().split(",\\s+"));

    /** Of these, what phones get along with: a warning, because nothing that runs today may be refused. */
    private static final Set<String> WARNINGS = Set.of("case_sharing");

    private static final Path SOURCES = Path.of("src/main/java/org/baraza/apps/checks");
    private static final Pattern REPORT = Pattern.compile(
            "(?:problems\\s*\\.(?:error|warning)|\\.check|\\.checkOfRow|\\.property|[^.\\w](?:logic|expression|output))\\(");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Types and keys are other texts, and shorter pieces tell nothing. */
    private static final int SHORTEST_SENTENCE = 9;

    private static List<Problem> everything() {
        List<Problem> all = new ArrayList<>(SpoiledBuildsTest.found().toList());
        Stream.of(
                        BadAppsTest.faults(),
                        BadFormsTest.faults(),
                        BadMenusTest.faults(),
                        BadSourcesTest.faults(),
                        BadExpressionsTest.faults())
                .flatMap(faults -> faults)
                .forEach(fault -> all.addAll(fault.problems()));
        return all;
    }

    @Test
    void whateverCommCareHqRefusesIsRefused() {
        Set<String> refused = new TreeSet<>(WARNINGS);
        everything().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .forEach(problem -> refused.add(problem.type()));
        assertThat(refused).containsAll(OF_HQ);
    }

    @Test
    void eachCheckHasAFaultThatItFinds() throws IOException {
        List<String> sentences = everything().stream().map(Problem::sentence).toList();
        List<String> untried = new ArrayList<>();
        int tried = 0;
        for (Path file : files()) {
            String source = Files.readString(file);
            Matcher report = REPORT.matcher(source);
            while (report.find()) {
                String sentence = sentence(arguments(source, report.end()));
                if (sentence.length() >= SHORTEST_SENTENCE) {
                    tried++;
                    if (sentences.stream().noneMatch(found -> found.contains(sentence))) {
                        untried.add(file.getFileName() + ": " + sentence);
                    }
                }
            }
        }
        assertThat(untried).isEmpty();
        assertThat(tried).isGreaterThan(120);
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The text up to the bracket that closes the call. */
    private static String arguments(String source, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (sign == '"' && source.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
                if (depth == 0) {
                    return source.substring(from, at);
                }
            }
        }
        return "";
    }

    /** The longest text with blanks among the arguments. */
    private static String sentence(String arguments) {
        return TEXT.matcher(arguments)
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .filter(text -> !text.matches("[a-z_]+( [a-z_]+)*"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}

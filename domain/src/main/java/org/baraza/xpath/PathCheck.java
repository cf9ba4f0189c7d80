// SPDX-License-Identifier: Apache-2.0
package org.baraza.xpath;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baraza.xpath.Expr.Binary;
import org.baraza.xpath.Expr.Hashtag;
import org.baraza.xpath.Expr.Path;
import org.baraza.xpath.Expr.Quoted;
import org.baraza.xpath.Finding.Code;

/** Whether paths and short names lead to questions and properties that exist. */
final class PathCheck {

    /** What every case has besides its properties. */
    private static final Set<String> OF_EVERY_CASE = Set.of(
            "case_name",
            "date_opened",
            "last_modified",
            "index",
            "attachment",
            "external_id",
            "category",
            "state",
            "name",
            "@case_id",
            "@case_type",
            "@owner_id",
            "@status",
            "@user_id",
            "@external_id");

    /** A form has these, and nobody writes them. */
    private static final String META = "meta";

    private final Names names;
    private final List<Finding> findings;

    PathCheck(Names names, List<Finding> findings) {
        this.names = names;
        this.findings = findings;
    }

    void check(References mentioned) {
        for (References.PathUse use : mentioned.paths()) {
            use.address().ifPresent(address -> path(use.path(), address));
        }
        mentioned.hashtags().forEach(this::hashtag);
    }

    private void path(Path path, Address address) {
        if (address.isInForm()) {
            question(address.text(), address.names(), path.span());
        } else if (address.instance().equals("casedb") && address.names().size() > 2) {
            caseType(path).ifPresent(type -> property(type, address.names().get(2), path.span()));
        }
    }

    private void question(String written, List<String> steps, Span span) {
        if (names.questions().isEmpty() || steps.size() < 2) {
            return;
        }
        // The attributes of an element are written by the builder, and so is the case within a question that saves one.
        String element =
                "/" + steps.stream().takeWhile(step -> !step.startsWith("@")).collect(Collectors.joining("/"));
        Set<String> known = names.questions().get();
        boolean exists = known.contains(element) || known.stream().anyMatch(path -> path.startsWith(element + "/"));
        boolean generated = steps.get(1).equals(META) || steps.contains("case");
        if (!exists && !generated) {
            String meant =
                    sibling(element, known).map(it -> " Is " + it + " meant?").orElse("");
            findings.add(new Finding(Code.UNKNOWN_QUESTION, span, "The form has no question " + written + "." + meant));
        }
    }

    /** A question at the same place with a similar name. */
    private static Optional<String> sibling(String element, Set<String> known) {
        int cut = element.lastIndexOf('/') + 1;
        List<String> siblings = known.stream()
                .filter(path -> path.startsWith(element.substring(0, cut)) && path.indexOf('/', cut) < 0)
                .map(path -> path.substring(cut))
                .toList();
        String name = element.substring(cut);
        return Spelling.nearest(name, siblings).map(it -> element.substring(0, cut) + it);
    }

    /** The case type that a path asks for in a condition. */
    private static Optional<String> caseType(Path path) {
        return path.steps().stream()
                .filter(step -> step.name().equals("case"))
                .flatMap(step -> Conditions.of(step).parts().stream())
                .flatMap(part -> typeAskedFor(part).stream())
                .findFirst();
    }

    private static Optional<String> typeAskedFor(Expr part) {
        if (part instanceof Binary binary
                && binary.operator() == Operator.EQUAL
                && binary.left() instanceof Path asked
                && Expressions.print(asked).equals("@case_type")
                && binary.right() instanceof Quoted type) {
            return Optional.of(type.text());
        }
        return Optional.empty();
    }

    private void hashtag(Hashtag tag) {
        if (!names.shortNames().contains(tag.space())) {
            findings.add(new Finding(
                    Code.UNKNOWN_SHORT_NAME, tag.span(), "The short name #" + tag.space() + " means nothing here."));
            return;
        }
        List<String> steps = tag.steps().stream()
                .map(step -> (step.axis() == Axis.ATTRIBUTE ? "@" : "") + step.name())
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        if (tag.space().equals("form")) {
            formQuestion(steps, tag.span());
        } else {
            String above = steps.subList(0, steps.size() - 1).stream()
                    .map(step -> "/" + step)
                    .collect(Collectors.joining());
            property("#" + tag.space() + above, steps.getLast(), tag.span());
        }
    }

    private void formQuestion(List<String> steps, Span span) {
        String below = "/" + String.join("/", steps);
        names.questions().ifPresent(known -> {
            boolean exists = known.stream().anyMatch(path -> belowRoot(path).equals(below));
            if (!exists) {
                findings.add(new Finding(Code.UNKNOWN_QUESTION, span, "The form has no question #form" + below + "."));
            }
        });
    }

    private static String belowRoot(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "" : path.substring(second);
    }

    private void property(String of, String property, Span span) {
        Optional<Set<String>> known = Optional.ofNullable(names.properties().get(of));
        if (known.isEmpty()
                || known.get().contains(property)
                || OF_EVERY_CASE.contains(property)
                || names.properties().containsKey(of + "/" + property)) {
            return;
        }
        String meant = Spelling.nearest(property, known.get())
                .map(it -> " Is " + it + " meant?")
                .orElse("");
        findings.add(new Finding(
                Code.UNKNOWN_PROPERTY, span, "No form saves a property " + property + " of " + of + "." + meant));
    }
}

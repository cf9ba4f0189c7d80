// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Question;
import org.baraza.apps.questions.Questions;

/** What is different about the questions of a form; questions are the same if their paths are. */
final class QuestionComparison {
    private final Changes changes;
    private final String form;

    QuestionComparison(Changes changes, String form) {
        this.changes = changes;
        this.form = form;
    }

    void compare(Optional<String> before, Optional<String> after) {
        if (before.equals(after)) {
            return;
        }
        List<Question> was = read(before);
        List<Question> is = read(after);
        changes.lists(was, is, Question::path, new Changes.Each<Question>() {
            @Override
            public void added(Question question) {
                changes.added(place(question), "The " + kind(question) + " \"" + question.label() + "\" is new");
            }

            @Override
            public void removed(Question question) {
                changes.removed(place(question), "The " + kind(question) + " \"" + question.label() + "\" is gone");
            }

            @Override
            public void both(Question old, Question now) {
                question(old, now);
            }
        });
    }

    /** A source that cannot be read has no questions; checks say what is wrong with it. */
    private static List<Question> read(Optional<String> source) {
        if (source.isEmpty()) {
            return List.of();
        }
        try {
            return Questions.of(source.get());
        } catch (BadForm unreadable) {
            return List.of();
        }
    }

    private String place(Question question) {
        return form + " › " + question.path();
    }

    private static String kind(Question question) {
        return switch (question.type()) {
            case "Group", "FieldList" -> "group";
            case "Repeat" -> "repeat";
            case "Trigger" -> "label";
            case "DataBindOnly" -> "hidden value";
            default -> "question";
        };
    }

    private void question(Question was, Question is) {
        String at = place(is);
        labels(at, "The label", was.translations(), is.translations());
        if (was.translations().isEmpty() && is.translations().isEmpty()) {
            changes.text(at, "The label", was.label(), is.label());
        }
        changes.text(at, "The type", was.type(), is.type());
        changes.text(
                at,
                "The display condition",
                was.relevant().orElse(""),
                is.relevant().orElse(""));
        changes.text(
                at,
                "The validation",
                was.constraint().orElse(""),
                is.constraint().orElse(""));
        changes.text(
                at,
                "The calculation",
                was.calculate().orElse(""),
                is.calculate().orElse(""));
        changes.text(
                at, "The first value", was.setvalue().orElse(""), is.setvalue().orElse(""));
        changes.text(
                at,
                "What makes it required",
                was.requiredExpression().orElse(""),
                is.requiredExpression().orElse(""));
        changes.text(
                at,
                "Where its choices come from",
                was.source().map(Question.ChoiceSource::nodeset).orElse(""),
                is.source().map(Question.ChoiceSource::nodeset).orElse(""));
        choices(at, was.options(), is.options());
    }

    private void labels(String at, String what, Map<String, String> was, Map<String, String> is) {
        Map<String, String> languages = new TreeMap<>(was);
        languages.putAll(is);
        languages
                .keySet()
                .forEach(language -> changes.text(
                        at, what + " in " + language, was.getOrDefault(language, ""), is.getOrDefault(language, "")));
    }

    private void choices(String at, List<Question.Choice> was, List<Question.Choice> is) {
        changes.lists(was, is, Question.Choice::value, new Changes.Each<Question.Choice>() {
            @Override
            public void added(Question.Choice choice) {
                changes.added(at, "The choice " + choice.value() + " (\"" + choice.label() + "\") is new");
            }

            @Override
            public void removed(Question.Choice choice) {
                changes.removed(at, "The choice " + choice.value() + " (\"" + choice.label() + "\") is gone");
            }

            @Override
            public void both(Question.Choice old, Question.Choice now) {
                labels(at, "The label of the choice " + now.value(), old.translations(), now.translations());
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.model.App;
import org.baraza.apps.model.AppForm;
import org.baraza.apps.questions.BadForm;
import org.baraza.apps.questions.Question;
import org.baraza.apps.questions.Questions;

/** The questions of a form as rows of a sheet. */
final class QuestionRows {
    private final App app;
    private final CaseUse use;
    private final String language;

    QuestionRows(App app, CaseUse use, String language) {
        this.app = app;
        this.use = use;
        this.language = language;
    }

    SummaryTable table(String name, AppForm form, Optional<String> source) {
        SummaryTable.Builder table = new SummaryTable.Builder(
                name,
                "question_id",
                "label",
                "translations",
                "type",
                "repeat",
                "group",
                "option_labels",
                "option_values",
                "calculate",
                "relevant",
                "constraint",
                "required",
                "comment",
                "default_value",
                "load_properties",
                "save_properties");
        for (Question question : questions(source)) {
            table.row(
                    question.path(),
                    in(question.translations(), question.label()),
                    translations(question),
                    question.type(),
                    question.repeat().orElse(""),
                    question.group().orElse(""),
                    String.join(
                            "\n",
                            question.options().stream()
                                    .map(option -> in(option.translations(), option.label()))
                                    .toList()),
                    String.join(
                            ", ",
                            question.options().stream()
                                    .map(Question.Choice::value)
                                    .toList()),
                    question.calculate().orElse(""),
                    question.relevant().orElse(""),
                    question.constraint().orElse(""),
                    Boolean.toString(question.required()),
                    question.comment().orElse(""),
                    question.setvalue().orElse(""),
                    properties(form, question, false),
                    properties(form, question, true));
        }
        return table.table();
    }

    /** How a question that is saved is calculated, if it is. */
    String calculation(Optional<String> source, String path) {
        return questions(source).stream()
                .filter(question -> question.path().equals(path))
                .findFirst()
                .flatMap(Question::calculate)
                .orElse("");
    }

    private static List<Question> questions(Optional<String> source) {
        if (source.isEmpty()) {
            return List.of();
        }
        try {
            return Questions.of(source.get());
        } catch (BadForm unreadable) {
            return List.of();
        }
    }

    private String in(Map<String, String> translations, String otherwise) {
        return translations.getOrDefault(language, otherwise);
    }

    private String translations(Question question) {
        List<String> lines = new ArrayList<>();
        for (String one : app.langs()) {
            String text = question.translations().getOrDefault(one, "");
            if (!text.isBlank()) {
                lines.add(one + ": " + text);
            }
        }
        return String.join("\n", lines);
    }

    private String properties(AppForm form, Question question, boolean written) {
        return String.join(
                "\n",
                use.properties().stream()
                        .filter(property -> property.form().equals(form)
                                && property.written() == written
                                && property.question().equals(question.path()))
                        .map(property -> property.caseType() + " - " + property.name())
                        .distinct()
                        .toList());
    }
}

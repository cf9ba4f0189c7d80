// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.questions.Question;

/** The questions of a form by path, as case management refers to them. */
final class QuestionIndex {
    private static final Set<String> MEDIA = Set.of("Image", "Audio", "Video", "Document", "Signature");

    private final Map<String, Question> byPath = new HashMap<>();

    QuestionIndex(List<Question> questions) {
        questions.forEach(question -> byPath.putIfAbsent(question.path(), question));
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    boolean isMedia(String path) {
        Question question = byPath.get(path);
        return question != null && MEDIA.contains(question.type());
    }

    Optional<String> repeatOf(String path) {
        Question question = byPath.get(path);
        return question == null ? Optional.empty() : question.repeat();
    }

    boolean isRepeat(String path) {
        Question question = byPath.get(path);
        return question != null && question.type().equals("Repeat");
    }

    /** Whether the question is asked within the repeat, or within one that stands in it. */
    boolean isWithin(String path, String repeat) {
        return path.startsWith(repeat + "/");
    }
}

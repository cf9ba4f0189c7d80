// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.baraza.forms.WholeForm;
import org.baraza.xml.XmlElement;

/**
 * Which files of forms answer questions that are exported, and what each is called among those of others: after its question, who
 * filled the form in, and the form.
 */
final class MediaNames {
    private static final String FORM = "form";
    private static final Pattern UNUSUAL = Pattern.compile("[^\\p{L}\\p{N}._@-]");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final int LONGEST_PART = 60;

    private final Set<String> questions = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    MediaNames(ExportPlan plan) {
        plan.tables().stream()
                .filter(ExportTable::selected)
                .flatMap(table -> table.selectedColumns().stream())
                .forEach(column -> questions.add(column.path()));
    }

    /** Names in the archive, by the names of the files. */
    Map<String, String> of(WholeForm form) {
        Map<String, String> found = new LinkedHashMap<>();
        if (!form.attachments().isEmpty()) {
            form.content().root().ifPresent(root -> look(FORM, root, form.attachments(), found));
            found.replaceAll((file, question) -> named(file, question, form));
        }
        return found;
    }

    private void look(String path, XmlElement element, Set<String> files, Map<String, String> found) {
        if (questions.contains(path) && files.contains(element.text())) {
            found.putIfAbsent(element.text(), path.substring(FORM.length() + 1).replace('.', '-'));
        }
        for (XmlElement child : element.children()) {
            look(path + "." + child.name(), child, files, found);
        }
    }

    private String named(String file, String question, WholeForm form) {
        String user = form.form().username();
        String name = plain(question) + "-" + plain(user == null || user.isBlank() ? "unknown" : user) + "-form_"
                + plain(form.form().formId());
        var ending = ENDING.matcher(file);
        String end = ending.find() ? ending.group() : "";
        String free = name + end;
        for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = name + "-" + number + end;
        }
        return free;
    }

    private static String plain(String text) {
        String plain = UNUSUAL.matcher(text).replaceAll("_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_PART));
    }
}

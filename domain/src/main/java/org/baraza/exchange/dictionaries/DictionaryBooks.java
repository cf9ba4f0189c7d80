// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.exchange.workbook.SheetWriter;
import org.baraza.exchange.workbook.WorkbookReader;
import org.baraza.exchange.workbook.WorkbookRefused;
import org.baraza.exchange.workbook.WorkbookWriter;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;

/** Writes the data dictionary of the project in scope into a workbook, and takes in what such a workbook says. */
public final class DictionaryBooks {
    private final Dictionary dictionary;

    public DictionaryBooks(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /**
     * What came of a workbook.
     *
     * @param properties how many properties were described
     * @param errors rows that were left out, each with what is wrong with it
     */
    public record Report(int properties, List<RowError> errors) {
        public Report {
            errors = List.copyOf(errors);
        }
    }

    /** Every type that the project uses, and nothing of those that it has deprecated. */
    public void write(ProjectAccess who, OutputStream out) throws IOException {
        List<DescribedType> types = dictionary.all(who, false);
        SheetNames names = SheetNames.of(dictionary.names(who));
        WorkbookWriter workbook = new WorkbookWriter(out);
        if (types.isEmpty()) {
            workbook.sheet("case_type").header(TypeSheet.HEADERS);
        }
        for (DescribedType type : types) {
            SheetWriter sheet = workbook.sheet(names.ofType(type.name()));
            sheet.header(TypeSheet.HEADERS);
            type.properties().forEach(property -> sheet.row(TypeSheet.row(property)));
            SheetWriter values = workbook.sheet(names.ofValues(type.name()));
            values.header(ValueSheet.HEADERS);
            for (CaseProperty property : type.properties()) {
                for (AllowedValue value : property.allowedValues()) {
                    values.row(property.name(), value.value(), value.description());
                }
            }
        }
        workbook.finish();
    }

    /**
     * Takes in what a workbook says; a row with an error is left out and told of, all others are done together.
     *
     * @throws WorkbookRefused when it cannot be read at all
     */
    public Report read(ProjectAccess who, Path file) {
        who.require(Permission.EDIT_DATA_DICT);
        SheetNames names = SheetNames.of(dictionary.names(who));
        try (WorkbookReader workbook = WorkbookReader.open(file)) {
            BookReader book = new BookReader(workbook, names);
            DictionaryChange change = book.read();
            if (!change.properties().isEmpty()) {
                dictionary.change(who, change);
            }
            return new Report(change.properties().size(), book.errors());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        WorkbookWriter workbook = new WorkbookWriter(out);
        if (types.isEmpty()) {
            workbook.sheet("case_type").header(TypeSheet.HEADERS);
        }
        for (DescribedType type : types) {
            SheetWriter sheet = workbook.sheet(SheetNames.ofType(type.name()));
            sheet.header(TypeSheet.HEADERS);
            type.properties().forEach(property -> sheet.row(TypeSheet.row(property)));
            SheetWriter values = workbook.sheet(SheetNames.ofValues(type.name()));
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
        List<RowError> errors = new ArrayList<>();
        List<DictionaryChange.Group> groups = new ArrayList<>();
        List<DictionaryChange.Property> properties = new ArrayList<>();
        List<String> known =
                dictionary.all(who, true).stream().map(DescribedType::name).toList();
        try (WorkbookReader workbook = WorkbookReader.open(file)) {
            List<String> sheets = workbook.sheetNames();
            List<TypeSheet> described = new ArrayList<>();
            for (String sheet : sheets) {
                if (!SheetNames.isOfValues(sheet)) {
                    described.add(TypeSheet.read(
                            sheet,
                            SheetNames.typeOf(sheet, known),
                            workbook.sheet(sheet).orElseThrow(),
                            errors));
                }
            }
            List<String> types = described.stream().map(TypeSheet::caseType).toList();
            for (String sheet : sheets) {
                if (SheetNames.isOfValues(sheet)
                        && SheetNames.typeOfValues(sheet, types).isEmpty()) {
                    errors.add(new RowError(sheet, 1, "There is no sheet of the case type that these values are of."));
                }
            }
            for (TypeSheet type : described) {
                Map<String, List<AllowedValue>> values = ValueSheet.read(type, workbook, errors);
                groups.addAll(type.groups());
                properties.addAll(type.changes(values));
            }
        }
        if (!properties.isEmpty()) {
            dictionary.change(who, new DictionaryChange(groups, properties));
        }
        return new Report(properties.size(), errors);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.baraza.exchange.exports.files.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which column tells where a case is. */
final class PlaceFinderTest {
    private static final Surroundings HERE =
            new Surroundings("demo", ZoneId.of("Africa/Nairobi"), "", new Veil("s".getBytes(StandardCharsets.UTF_8)));
    private static final String HOME = "-1.28 36.81 0 5";
    private static final String SCHOOL = "-1.5 36.9 0 5";

    private static final ExportColumn NAME = ExportColumn.usual("name", "name");
    private static final ExportColumn AT_HOME = ExportColumn.usual("properties.home", "Home");
    private static final ExportColumn AT_SCHOOL = ExportColumn.usual("properties.school", "School");

    private static Optional<GeoPoint> found(
            ExportManner manner, List<ExportColumn> columns, Set<String> places, @Nullable String... values) {
        TableLayout layout =
                new TableLayout(new ExportTable(ExportTable.MAIN, "Cases", true, columns), new CellRules(manner, HERE));
        return new PlaceFinder(layout, places).in(values);
    }

    private static Optional<GeoPoint> found(Set<String> places, @Nullable String... values) {
        return found(ExportManner.USUAL, List.of(NAME, AT_HOME, AT_SCHOOL), places, values);
    }

    @Test
    void theFirstColumnThatTheDictionarySaysIsThePlaceAndNoOther() {
        assertThat(found(Set.of("properties.school"), "Ruth", HOME, SCHOOL)).isEqualTo(GeoPoint.of(SCHOOL));
        assertThat(found(Set.of("properties.school", "properties.home"), "Ruth", HOME, SCHOOL))
                .isEqualTo(GeoPoint.of(HOME));
        assertThat(found(Set.of("properties.school"), "Ruth", HOME, "")).isEmpty();
        assertThat(found(Set.of("properties.school"), "Ruth", HOME, null)).isEmpty();
        assertThat(found(Set.of("properties.school"), "Ruth", HOME, "1 2")).isEqualTo(GeoPoint.of("1 2"));
    }

    @Test
    void withoutWordOfTheDictionaryItIsTheFirstColumnThatHasAPlaceInThisCase() {
        assertThat(found(Set.of("properties.elsewhere"), "Ruth", HOME, SCHOOL)).isEqualTo(GeoPoint.of(HOME));
        assertThat(found(Set.of(), "Ruth", null, SCHOOL)).isEqualTo(GeoPoint.of(SCHOOL));
        assertThat(found(Set.of(), "Ruth", "1 2", "Kibera")).isEmpty();
    }

    @Test
    void whatIsHiddenTellsNoPlace() {
        ExportColumn hidden = new ExportColumn("properties.home", "Home", true, false, Sensitivity.ID, List.of());
        ExportManner deidentified = new ExportManner(false, true, false, true, false);
        assertThat(found(deidentified, List.of(hidden), Set.of("properties.home"), HOME))
                .isEmpty();
        assertThat(found(deidentified, List.of(hidden, AT_SCHOOL), Set.of("properties.home"), HOME, SCHOOL))
                .isEqualTo(GeoPoint.of(SCHOOL));
    }

    @Test
    void aColumnWithACellForEachAnswerStillTellsItsPlace() {
        ExportColumn split = AT_HOME.with(List.of("-1.28", "36.81", "0", "5"));
        ExportManner each = new ExportManner(true, true, false, false, false);
        assertThat(found(each, List.of(split), Set.of(), HOME)).isEqualTo(GeoPoint.of(HOME));
    }
}

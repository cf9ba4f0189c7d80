// SPDX-License-Identifier: Apache-2.0
package org.baraza.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceRulesTest {

    @ParameterizedTest
    @CsvSource({
        "Ahero, ahero",
        "Ward 7, ward_7",
        "Kisumu East, kisumu_east",
        "'  Côte d’Ivoire ', cote_d_ivoire",
        "123, 123",
        "अहेरो, location",
        "_x_, x"
    })
    void aSiteCodeIsMadeOfTheLettersOfAName(String name, String stem) {
        assertThat(SiteCodes.stem(name)).isEqualTo(stem);
    }

    @Test
    void aTakenSiteCodeGetsTheFirstFreeNumber() {
        assertThat(SiteCodes.free("ward", Set.of())).isEqualTo("ward");
        assertThat(SiteCodes.free("ward", Set.of("wardrobe"))).isEqualTo("ward");
        assertThat(SiteCodes.free("ward", Set.of("ward", "ward1", "ward3"))).isEqualTo("ward2");
        assertThat(SiteCodes.stem("x".repeat(400))).hasSize(200);
    }

    @Test
    void locationsHavePlainNamesCodesAndPlacesOnEarth() {
        LocationWish good = LocationWish.of("Ahero", "village", "");
        assertThat(PlaceRules.broken(good)).isEmpty();
        assertThat(codes(PlaceRules.broken(good.withName(" ")))).containsExactly("NAME_MISSING");
        assertThat(codes(PlaceRules.broken(good.withName("a\nb")))).containsExactly("NAME_INVALID");
        assertThat(codes(PlaceRules.broken(good.withName("x".repeat(256))))).containsExactly("NAME_INVALID");
        assertThat(codes(PlaceRules.broken(good.withSiteCode("Ahero")))).containsExactly("SITE_CODE_INVALID");
        assertThat(codes(PlaceRules.broken(good.withExternalId("\0")))).containsExactly("EXTERNAL_ID_INVALID");
        assertThat(codes(PlaceRules.broken(good.withLatitude(new BigDecimal("90.1")))))
                .containsExactly("COORDINATE_INVALID");
        assertThat(PlaceRules.broken(good.withLongitude(new BigDecimal("-180"))))
                .isEmpty();
        assertThat(codes(PlaceRules.broken(good.withMetadata(Map.of("a", "\0")))))
                .containsExactly("METADATA_INVALID");
        assertThat(codes(PlaceRules.broken(good.withMetadata(Map.of("a", "x".repeat(70_000))))))
                .containsExactly("METADATA_TOO_LONG");
    }

    @Test
    void codesOfLevelsCanBeNamesOfAttributes() {
        for (String wrong : List.of("", "Village", "7th", "a b", "a.b", "é")) {
            assertThat(codes(PlaceRules.broken(new LocationTypeWish("Level", wrong, "", false, false, false))))
                    .as(wrong)
                    .containsExactly("CODE_INVALID");
        }
    }

    private static List<String> codes(List<FieldError> errors) {
        return errors.stream().map(FieldError::code).toList();
    }

    private static final LocationType REGION = new LocationType(1, "Region", "region", 0, "", false, false, true);
    private static final LocationType DISTRICT =
            new LocationType(2, "District", "district", 1, "region", false, false, false);
    private static final LocationType VILLAGE =
            new LocationType(3, "Village", "village", 2, "district", false, true, false);
    private static final List<LocationType> LEVELS = List.of(REGION, DISTRICT, VILLAGE);

    private static Location at(LocationType type, int number, String path) {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        return new Location(
                "l" + number,
                number,
                "n" + number,
                type,
                "",
                "s" + number,
                "",
                Map.of(),
                null,
                null,
                null,
                day,
                day,
                path);
    }

    @Test
    void aLocationStandsBelowOneOfTheLevelAboveItsOwn() {
        TreeRules.refuseUnfit(DISTRICT, at(REGION, 1, "1/"), LEVELS);
        assertRefused(() -> TreeRules.refuseUnfit(VILLAGE, at(REGION, 1, "1/"), LEVELS), "PARENT_UNFIT");
        assertRefused(() -> TreeRules.refuseUnfit(VILLAGE, at(VILLAGE, 3, "3/"), LEVELS), "PARENT_IS_LAST");
        assertRefused(() -> TreeRules.refuseUnfitRoot(VILLAGE), "PARENT_MISSING");
    }

    @Test
    void nothingStandsBelowItselfAndNumbersThatBeginAlikeAreNotTakenForEachOther() {
        Location one = at(REGION, 1, "1/");
        assertRefused(() -> TreeRules.refuseCircle(one, one), "PARENT_IS_BELOW");
        assertRefused(() -> TreeRules.refuseCircle(one, at(DISTRICT, 2, "1/2/")), "PARENT_IS_BELOW");
        TreeRules.refuseCircle(one, at(REGION, 10, "10/"));
    }

    @Test
    void levelsMakeNoCircle() {
        Map<Integer, LocationType> levels = Map.of(1, REGION, 2, DISTRICT, 3, VILLAGE);
        assertThat(TreeRules.makesCircle(1, 3, levels)).isTrue();
        assertThat(TreeRules.makesCircle(1, 1, levels)).isTrue();
        assertThat(TreeRules.makesCircle(3, 1, levels)).isFalse();
        assertThat(TreeRules.makesCircle(3, 0, levels)).isFalse();
    }

    @Test
    void aPhoneShowsTheLineToTheRootAndWholePartsOnce() {
        ShownPlaces shown = ShownPlaces.of(List.of(
                at(VILLAGE, 3, "1/2/3/"), at(REGION, 1, "1/"), at(REGION, 10, "10/"), at(VILLAGE, 7, "2/5/7/")));
        assertThat(shown.single()).containsExactly("2/", "2/5/", "2/5/7/");
        assertThat(shown.whole()).containsExactly("1/", "10/");
    }

    private static void assertRefused(Runnable deed, String code) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }
}

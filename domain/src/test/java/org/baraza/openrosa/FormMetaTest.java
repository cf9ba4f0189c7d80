// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.baraza.xml.XmlElement;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormMetaTest {

    private static XmlElement form(String document) throws XmlRejected {
        return XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM);
    }

    private static FormMeta meta(String block) throws XmlRejected {
        return FormMeta.of(form("<d xmlns:n='http://openrosa.org/jr/xforms'>" + block + "</d>"));
    }

    @Test
    void aMetaBlockOfAnyNamespaceIsRead() throws XmlRejected {
        FormMeta meta = meta("""
                <n:meta><n:deviceID>Formplayer</n:deviceID><n:timeStart>2024-03-01T10:00:00.000+03</n:timeStart>\
                <n:timeEnd>2024-03-01</n:timeEnd><n:username>amina</n:username><n:userID>u-1</n:userID>\
                <n:instanceID>f-1</n:instanceID><cc:appVersion xmlns:cc="http://commcarehq.org/xforms">text</cc:appVersion>\
                <n:app_build_version>12</n:app_build_version><n:commcare_version>2.53.1</n:commcare_version>\
                <n:location>-1.2921 36.8219 1795.0 4.5</n:location><n:drift>-3</n:drift></n:meta>""");
        assertThat(meta.deviceId()).contains("Formplayer");
        assertThat(meta.timeStart()).contains(Instant.parse("2024-03-01T07:00:00Z"));
        assertThat(meta.timeEnd()).contains(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(meta.username()).contains("amina");
        assertThat(meta.userId()).contains("u-1");
        assertThat(meta.instanceId()).contains("f-1");
        assertThat(meta.appVersionText()).contains("text");
        assertThat(meta.appBuildVersion()).contains("12");
        assertThat(meta.commCareVersion()).contains("2.53.1");
        assertThat(meta.driftHours()).contains(-3);
        assertThat(meta.geoPoint())
                .contains(new GeoPoint(
                        new BigDecimal("-1.2921"),
                        new BigDecimal("36.8219"),
                        new BigDecimal("1795.0"),
                        new BigDecimal("4.5")));
    }

    @Test
    void theFirstOfSeveralBlocksCounts() throws XmlRejected {
        assertThat(
                        meta("<Meta><uid>0</uid></Meta><meta><instanceID>1</instanceID></meta><meta><instanceID>2</instanceID></meta>")
                                .instanceId())
                .contains("1");
    }

    @Test
    void oldSpellingsCountWhereTheNewOneIsAbsent() throws XmlRejected {
        FormMeta old =
                meta("<Meta><uid>f</uid><chw_id>u</chw_id><DeviceID>d</DeviceID><TimeStart>2024-03-01</TimeStart>"
                        + "<TimeEnd>2024-03-02</TimeEnd></Meta>");
        assertThat(old.instanceId()).contains("f");
        assertThat(old.userId()).contains("u");
        assertThat(old.deviceId()).contains("d");
        assertThat(old.timeStart()).contains(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(old.timeEnd()).contains(Instant.parse("2024-03-02T00:00:00Z"));
        assertThat(meta("<meta><userID>new</userID><chw_id>old</chw_id></meta>").userId())
                .contains("new");
        assertThat(meta("<meta><userID/><chw_id>old</chw_id></meta>").userId()).isEmpty();
    }

    @Test
    void aFormWithoutABlockAndAnEmptyBlockAnswerNothing() throws XmlRejected {
        for (String block :
                new String[] {"", "<meta/>", "<meta><instanceID/><timeStart/><location> </location></meta>"}) {
            FormMeta meta = meta(block);
            assertThat(meta.instanceId()).isEmpty();
            assertThat(meta.userId()).isEmpty();
            assertThat(meta.timeStart()).isEmpty();
            assertThat(meta.geoPoint()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-02-30T10:00", "10:00"})
    void aTimeThatCannotBeReadIsDropped(String time) throws XmlRejected {
        assertThat(meta("<meta><timeStart>" + time + "</timeStart></meta>").timeStart())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 2", "1 2 3", "1 2 3 4 5", "a b c d", "91 0 0 0", "0 181 0 0", "NaN 0 0 0", "1e99999 1 1 1"})
    void aLocationThatIsNoPlaceIsNoPoint(String location) throws XmlRejected {
        FormMeta meta = meta("<meta><location>" + location + "</location></meta>");
        assertThat(meta.location()).contains(location);
        assertThat(meta.geoPoint()).isEmpty();
    }

    @Nested
    class Versions {

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                nullValues = "-",
                value = {
                    "foofoo #102 barbar, 102, -",
                    "foofoo b[99] barbar, 99, -",
                    "`CommCare ODK, version \"2.11.0\"(29272). App v65. CommCare Version 2.11. Build 29272`, 65, 2.11.0",
                    "संस्करण \"2.27.8\" (414593), -, 2.27.8",
                    "`CommCare Android, आवृत्ती\" 2.44.5\"(452680). ॲप वि.29635`, -, 2.44.5",
                    "`Formplayer Version: 2.53`, -, -",
                    "2.0, -, -",
                    "\"2.1\", -, -"
                })
        void comeFromTheLongText(String text, String app, String commCare) {
            assertThat(FormVersions.appFromText(text).map(String::valueOf)).isEqualTo(Optional.ofNullable(app));
            assertThat(FormVersions.commCareFromText(text)).isEqualTo(Optional.ofNullable(commCare));
        }

        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                nullValues = "-",
                value = {
                    "<d version='7'/>, 7",
                    "<d version='1'/>, -",
                    "<d version='x'/>, -",
                    "<d/>, -",
                    "<d version='7'><meta><appVersion>App v65. and more</appVersion></meta></d>, 65",
                    "<d version='7'><meta><appVersion>v 2.0</appVersion></meta></d>, 7",
                    "<d><meta><app_build_version>66</app_build_version><appVersion>App v65.</appVersion></meta></d>, 66"
                })
        void ofTheApplicationAreTheFirstThatWorks(String document, String expected) throws XmlRejected {
            XmlElement root = form(document);
            assertThat(FormVersions.app(root, FormMeta.of(root)).map(String::valueOf))
                    .isEqualTo(Optional.ofNullable(expected));
        }

        @Test
        void whatIsMuchTooLongIsNoVersion() throws XmlRejected {
            String dots = "9.".repeat(1_000);
            assertThat(FormVersions.commCare(meta("<meta><commcare_version>" + dots + "</commcare_version></meta>")))
                    .isEmpty();
        }

        @Test
        void ofTheClientAreSaidOutrightOrInTheText() throws XmlRejected {
            String text = "<appVersion>CommCare, version \"2.11.0\"</appVersion>";
            assertThat(FormVersions.commCare(meta("<meta>" + text + "</meta>"))).contains("2.11.0");
            assertThat(FormVersions.commCare(
                            meta("<meta><commcare_version>2.53</commcare_version>" + text + "</meta>")))
                    .contains("2.53");
        }
    }
}

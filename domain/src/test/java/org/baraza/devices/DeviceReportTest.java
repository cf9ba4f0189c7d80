// SPDX-License-Identifier: Apache-2.0
package org.baraza.devices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.junit.jupiter.api.Test;

final class DeviceReportTest {
    private static final String TRACE = """
            java.lang.RuntimeException: case %s of %d
            	at org.commcare.activities.%s.open(%s.java:%d)
            	at org.commcare.Lambda$$Lambda$%d.run(Unknown Source)
            Caused by: java.io.IOException: no room
            	at java.io.File.write(File.java:%d)""";

    private static DeviceReport read(String content) throws XmlRejected {
        String xml = "<device_report xmlns=\"http://code.javarosa.org/devicereport\"><device_id>d</device_id>"
                + "<report_date>2026-03-01</report_date><device_model>X</device_model>" + content + "</device_report>";
        return DeviceReport.of(XmlReader.read(xml.getBytes(UTF_8), XmlLimits.FORM));
    }

    @Test
    void everySubreportIsReadWhateverTheirNumberAndOrder() throws XmlRejected {
        DeviceReport report = read("""
                <user_error_subreport version="1"><user_error date="2026-03-01T08:00:00Z"><type>error-config</type>
                <msg>no such node</msg><user_id>u-9</user_id><session>m0 f1</session><app_build>41</app_build>
                <app_id>a</app_id><expr>instance('x')/y</expr></user_error></user_error_subreport>
                <log_subreport/><log_subreport><log date="2026-03-02"><type>maintenance</type><msg>m</msg></log>
                </log_subreport><log_subreport><log date="soon"><msg/></log></log_subreport>""");
        assertThat(report.reportedOn()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(report.entries()).extracting(LogEntry::type).containsExactly("error-config", "maintenance", "log");
        LogEntry error = report.entries().getFirst();
        assertThat(List.of(error.userId(), error.session(), error.appBuild(), error.appId(), error.expression()))
                .containsExactly("u-9", "m0 f1", "41", "a", "instance('x')/y");
        assertThat(error.signature()).isNull();
        assertThat(report.entries().get(1).loggedOn()).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(report.entries().getLast().loggedOn()).isNull();
    }

    @Test
    void whoIsOnThePhoneIsCarriedFromLoginToLogin() throws XmlRejected {
        DeviceReport report = read("""
                <user_subreport><user><username>first</username><user_id>u-1</user_id></user></user_subreport>
                <log_subreport><log><type>form-entry</type><msg>begins</msg></log>
                <log><type>user</type><msg>login|amina|u-2</msg></log><log><type>form-entry</type><msg>goes on</msg></log>
                </log_subreport><force_close_subreport><force_close><msg>crash</msg></force_close>
                <force_close><msg>crash</msg><user_id>u-3</user_id></force_close></force_close_subreport>""");
        assertThat(report.entries()).extracting(LogEntry::userId).containsExactly("u-1", "u-2", "u-2", "u-2", "u-3");
        assertThat(report.entries())
                .extracting(LogEntry::username)
                .containsExactly("first", "amina", "amina", "amina", null);
    }

    @Test
    void crashesAtTheSamePlaceHaveOneSignature() {
        String one = TRACE.formatted("c-1", 7, "Home", "Home", 10, 3, 99);
        String later = TRACE.formatted("c-2", 8, "Home", "Home", 12, 44, 101);
        String elsewhere = TRACE.formatted("c-1", 7, "Menu", "Menu", 10, 3, 99);
        assertThat(CrashSignature.ofCrash(one))
                .isEqualTo(CrashSignature.ofCrash(later))
                .isNotEqualTo(CrashSignature.ofCrash(elsewhere));
        assertThat(CrashSignature.title(one))
                .isEqualTo("java.lang.RuntimeException at org.commcare.activities.Home.open");
        assertThat(CrashSignature.ofTrace("one line, no trace")).isEmpty();
        assertThat(CrashSignature.ofCrash("died with code 7")).isEqualTo(CrashSignature.ofCrash("died with code 8"));
    }
}

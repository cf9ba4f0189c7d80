// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestoreCheckerTest {
    private static final String GOOD = """
            <OpenRosaResponse xmlns="http://openrosa.org/http/response" items="7">\
            <message nature="ota_restore_success">Hello</message>\
            <Sync xmlns="http://commcarehq.org/sync"><restore_id>0123456789abcdef0123456789abcdef</restore_id></Sync>\
            <Registration xmlns="http://openrosa.org/user/registration"><username>amina</username>\
            <password>x</password><uuid>u-1</uuid><date>2024-01-31</date>\
            <user_data><data key="village">Kisima</data></user_data></Registration>\
            <fixture id="user-groups" user_id="u-1"><groups><group id="g-1"><name>North</name></group></groups></fixture>\
            <balance xmlns="http://commcarehq.org/ledger/v1" entity-id="c-1" date="2024-03-01T08:00:00.000000Z"\
             section-id="stock"><entry id="p-1" quantity="20"/></balance>\
            <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c-0" user_id=""\
             date_modified="2024-03-01T08:00:00.000000Z"><create><case_type>mother</case_type>\
            <case_name>Zawadi</case_name><owner_id>u-2</owner_id></create><update/>\
            <index><up case_type="mother"/></index><close/></case>\
            <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="c-1" user_id="u-1"\
             date_modified="2024-03-01T08:00:00.000000Z"><create><case_type>child</case_type>\
            <case_name>Juma</case_name><owner_id>u-1</owner_id></create>\
            <update><date_opened>2024-02-01</date_opened><weight>3.1</weight></update>\
            <index><parent case_type="mother" relationship="child">c-0</parent></index></case>\
            </OpenRosaResponse>""";

    @Test
    void takesAGoodRestoreAndSaysWhatIsInIt() {
        CheckedRestore restore = check(GOOD);
        assertThat(restore.items()).isEqualTo(7);
        assertThat(restore.groups()).containsExactly("g-1");
        assertThat(restore.stock()).containsEntry("c-1/stock/p-1", "20");
        assertThat(restore.theCase("c-0").closed()).isTrue();
        assertThat(restore.theCase("c-1").links()).containsEntry("parent", "c-0");
        assertThat(restore.theCase("c-1").relationships()).containsEntry("parent", "child");
        assertThat(restore.theCase("c-1").properties()).containsEntry("weight", "3.1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "blank line first           | <OpenRosaResponse x         | ` <OpenRosaResponse x`",
                "cut off                    | </OpenRosaResponse>         | ``",
                "wrong root                 | OpenRosaResponse            | Response",
                "wrong count                | items=\"7\"                 | items=\"8\"",
                "text noise                 | <balance                    | noise<balance",
                "unknown element            | <balance                    | <other/><balance",
                "no namespace of Sync       | http://commcarehq.org/sync  | http://commcarehq.org/other",
                "no restore_id              | restore_id                  | id",
                "short restore_id           | 0123456789abcdef0           | 0",
                "registration in disorder   | <password>x</password>      | ``",
                "upper-case username        | >amina<                     | >Amina<",
                "data without key           | key=                        | name=",
                "fixture without id         | `id=\"user-groups\" `       | ``",
                "fixture of somebody else   | user_id=\"u-1\"><groups     | user_id=\"u-2\"><groups",
                "fixture without root       | `<groups><group id=\"g-1\"><name>North</name></group></groups>` | ``",
                "no user-groups             | user-groups                 | groups",
                "stock with a fraction      | quantity=\"20\"             | quantity=\"4.5\"",
                "ledger without date        | entity-id=\"c-1\" date=     | entity-id=\"c-1\" day=",
                "case without id            | case_id=\"c-1\"             | case_id=\"\"",
                "case twice                 | case_id=\"c-1\"             | case_id=\"c-0\"",
                "case without a date        | `user_id=\"u-1\" date_modified` | `user_id=\"u-1\" date`",
                "other case namespace       | transaction/v2              | transaction/v3",
                "update before create       | `</owner_id></create><update/>` | `</owner_id></create><update/><create/>`",
                "name missing               | <case_name>Juma</case_name> | ``",
                "owner missing              | <owner_id>u-1</owner_id>    | ``",
                "owner empty                | <owner_id>u-1</owner_id>    | <owner_id/>",
                "more in create             | <owner_id>u-1</owner_id>    | <owner_id>u-1</owner_id><external_id>x</external_id>",
                "nested property            | 3.1                         | <kg>3</kg>",
                "property twice             | <weight>3.1</weight>        | <weight>3.1</weight><weight>3.1</weight>",
                "opened with a time         | 2024-02-01                  | 2024-02-01T10:00:00Z",
                "attachment                 | <close/>                    | <attachment/>",
                "index without case_type    | `<up case_type=\"mother\"/>` | <up/>",
                "empty relationship         | relationship=\"child\"      | relationship=\"\"",
                "index to nowhere           | >c-0<                       | >c-9<",
                "index to itself            | >c-0<                       | >c-1<",
                "circle                     | `<up case_type=\"mother\"/>` | `<up case_type=\"child\">c-1</up>`"
            })
    void refusesWhatADeviceWouldRefuse(String what, String good, String bad) {
        assertThat(GOOD).as(what).contains(good);
        assertThatThrownBy(() -> check(GOOD.replace(good, bad))).as(what).isInstanceOf(RestoreRefused.class);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        assertThat(check(GOOD.replace("Juma", "x".repeat(255)))).isNotNull();
        assertThatThrownBy(() -> check(GOOD.replace("Juma", "x".repeat(256)))).isInstanceOf(RestoreRefused.class);
    }

    private static CheckedRestore check(String payload) {
        return RestoreChecker.check(payload.getBytes(StandardCharsets.UTF_8));
    }
}

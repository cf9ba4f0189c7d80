// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A form damaged in any way is either read or refused, soon and with nothing else thrown. */
class MutatedFormsTest {

    private static final byte[] FORM = """
            <?xml version='1.0' ?><data uiVersion="1" version="12" name="Visit" xmlns:jrm="http://dev.commcarehq.org/jr/xforms" xmlns="http://example.org/baraza/visit">
              <child><weight>3.1</weight><seen>2024-03-01T10:15:30.250+05:30</seen><note><![CDATA[a < b & c]]></note></child>
              <child><weight unit="kg">4.0</weight><!-- measured twice --><name>አበበ &amp; عائشة 🙂 &#x2026;</name></child>
              <n0:case case_id="c-1" user_id="u-1" date_modified="2024-03-01T10:00:00.000+03" xmlns:n0="http://commcarehq.org/case/transaction/v2"><n0:create><n0:case_type>child</n0:case_type><n0:case_name>Juma</n0:case_name></n0:create><n0:update><n0:weight>3.1</n0:weight></n0:update></n0:case>
              <n1:meta xmlns:n1="http://openrosa.org/jr/xforms"><n1:deviceID>dev-1</n1:deviceID><n1:timeStart>2024-03-01T08:00:00.000Z</n1:timeStart><n1:userID>u-1</n1:userID><n1:instanceID>f-1</n1:instanceID></n1:meta>
            </data>""".getBytes(UTF_8);

    private static final String[] FRAGMENTS = {
        "<!DOCTYPE d [",
        "]>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "&#",
        "&lt;",
        "&x;",
        "</",
        "/>",
        "<",
        ">",
        "\"",
        "'",
        "xmlns=",
        "xmlns:n0=''",
        "\u0000",
        "\uFFFE",
        "\r"
    };

    @Test
    void neverDoAnythingButFailToBeRead() {
        Random random = new Random(92);
        int readable = 0;
        for (int i = 0; i < 20_000; i++) {
            long seed = random.nextLong();
            byte[] document = mutated(new Random(seed));
            long before = System.nanoTime();
            try {
                XmlElement root = XmlReader.read(document, XmlLimits.FORM);
                FormJson.of(root);
                byte[] again = XmlWriter.bytes(w -> w.tree(root));
                assertThat(XmlReader.read(again, XmlLimits.FORM))
                        .as("seed %d", seed)
                        .isEqualTo(root);
                readable++;
            } catch (XmlRejected refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).doesNotContain("Juma", "<", "dev-1");
            } catch (RuntimeException wrong) {
                fail("seed " + seed, wrong);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as("seed %d", seed)
                    .isLessThan(Duration.ofSeconds(1));
        }
        assertThat(readable).as("some mutations leave a form whole").isPositive();
    }

    private static byte[] mutated(Random random) {
        byte[] document = FORM.clone();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            document = mutatedOnce(document, random);
        }
        return document;
    }

    private static byte[] mutatedOnce(byte[] document, Random random) {
        int at = random.nextInt(document.length);
        int length = random.nextInt(Math.min(40, document.length - at));
        return switch (random.nextInt(5)) {
            case 0 -> {
                byte[] changed = document.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> spliced(document, at, length, new byte[0]);
            case 2 -> spliced(document, at, 0, Arrays.copyOfRange(document, at, at + length));
            case 3 -> spliced(document, at, 0, FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(UTF_8));
            default -> Arrays.copyOf(document, Math.max(1, at));
        };
    }

    private static byte[] spliced(byte[] document, int at, int removed, byte[] added) {
        byte[] changed = new byte[document.length - removed + added.length];
        System.arraycopy(document, 0, changed, 0, at);
        System.arraycopy(added, 0, changed, at, added.length);
        System.arraycopy(document, at + removed, changed, at + added.length, document.length - at - removed);
        return changed;
    }
}

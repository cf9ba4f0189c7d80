// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are pictures, sounds and films, by their names and by how they begin. */
final class MediaKindTest {

    @ParameterizedTest
    @CsvSource({
        "jr://file/commcare/image/a.png, IMAGE",
        "jr://file/commcare/image/A.JPG, IMAGE",
        "jr://file/commcare/audio/a.mp3, AUDIO",
        "jr://file/commcare/video/a.b.3gp, VIDEO",
        "jr://file/commcare/text/a.html,",
        "jr://file/commcare/text/png,",
    })
    void aNameSaysTheKind(String path, MediaKind kind) {
        assertThat(MediaKind.of(path)).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a0000000d, IMAGE",
        "ffd8ffe000104a464946, IMAGE",
        "474946383961, IMAGE",
        "424d3600, IMAGE",
        "52494646240000005745425056503820, IMAGE",
        "494433040000, AUDIO",
        "fffb9064, AUDIO",
        "fff15080, AUDIO",
        "664c614300, AUDIO",
        "2321414d520a, AUDIO",
        "52494646240000005741564566, AUDIO",
        "4f67675300, AUDIO VIDEO",
        "000000186674797033677034, AUDIO VIDEO",
        "1a45dfa393, VIDEO",
        "000001ba44, VIDEO",
        "52494646240000004156492000, VIDEO",
        "3c68746d6c3e, ''",
        "504b0304, ''",
        "52494646, ''",
        "ff, ''",
        "'', ''",
    })
    void contentSaysTheKindsThatItCanBe(String head, String kinds) {
        byte[] bytes = HexFormat.of().parseHex(head);
        assertThat(Arrays.stream(MediaKind.values())
                        .filter(kind -> kind.begins(bytes))
                        .map(MediaKind::name))
                .containsExactlyInAnyOrder(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"<html>", "%PDF-1.7", "MZ"})
    void whatIsNoMediaIsOfNoKind(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(MediaKind.values()).noneMatch(kind -> kind.begins(bytes));
    }
}

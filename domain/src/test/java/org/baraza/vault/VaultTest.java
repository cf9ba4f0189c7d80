// SPDX-License-Identifier: Apache-2.0
package org.baraza.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VaultTest {
    private static final byte[] SECRET = "secret".getBytes(UTF_8);

    @TempDir
    Path home;

    private Vault vault(String name) {
        return new Vault(VaultKeys.in(home.resolve(name)));
    }

    private String key(String name) throws IOException {
        VaultKeys.in(home.resolve(name));
        return Files.readString(home.resolve(name)).strip();
    }

    @Test
    void whatIsSealedOpensForTheSamePurposeOnly() {
        byte[] sealed = vault("a").seal(SECRET, "key of amina");
        assertThat(new String(sealed, UTF_8)).doesNotContain("secret");
        assertThat(vault("a").open(sealed, "key of amina")).isEqualTo(SECRET);
        assertThatThrownBy(() -> vault("a").open(sealed, "key of joseph")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault("b").open(sealed, "key of amina"))
                .hasMessage("sealed under a key that this server does not have");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault("a").open(sealed, "key of amina")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault("a").open(SECRET, "key of amina")).hasMessage("this was not sealed here");
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws IOException {
        byte[] old = vault("a").seal(SECRET, "p");
        Vault both = new Vault(VaultKeys.of(key("b") + ", " + key("a")));
        assertThat(both.open(old, "p")).isEqualTo(SECRET);
        assertThat(vault("b").open(both.seal(SECRET, "p"), "p")).isEqualTo(SECRET);
    }

    @Test
    void theKeyFileIsForTheServerOnly() throws IOException {
        key("a");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("a"))))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> VaultKeys.of("c2hvcnQ=")).hasMessageContaining("32 bytes");
    }
}

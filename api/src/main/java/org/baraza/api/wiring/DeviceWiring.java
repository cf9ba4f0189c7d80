// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.baraza.devices.DeviceActivity;
import org.baraza.devices.DeviceLogs;
import org.baraza.devices.DeviceRetention;
import org.baraza.devices.Devices;
import org.baraza.devices.Heartbeats;
import org.baraza.devices.LogRequests;
import org.baraza.devices.NumberPools;
import org.baraza.devices.PhoneKeys;
import org.baraza.devices.RecoveryMeasures;
import org.baraza.devices.UpdatePrompts;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.vault.Vault;
import org.baraza.vault.VaultKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What phones tell about themselves and what they are told. */
@Configuration(proxyBeanMethods = false)
@Import({
    DeviceLogs.class,
    Devices.class,
    Heartbeats.class,
    LogRequests.class,
    NumberPools.class,
    PhoneKeys.class,
    RecoveryMeasures.class,
    UpdatePrompts.class
})
class DeviceWiring {
    private static final Duration NOTED_WITHIN = Duration.ofSeconds(2);

    @Bean
    Vault vault(BarazaSettings settings) {
        String keys = settings.secrets().key();
        Path file = settings.home().resolve("secrets").resolve("vault.key");
        return new Vault(keys.isBlank() ? VaultKeys.in(file) : VaultKeys.of(keys));
    }

    @Bean
    DeviceActivity deviceActivity(Transactions transactions, Clock clock) {
        return new DeviceActivity(transactions, clock, NOTED_WITHIN);
    }

    @Bean
    DeviceRetention deviceRetention(Transactions transactions, Vault vault, BarazaSettings settings, Clock clock) {
        return new DeviceRetention(
                transactions, vault, Duration.ofDays(settings.devices().logDays()), clock);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.github.bucket4j.redis.lettuce.cas.LettuceBasedProxyManager;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Clock;
import java.time.Duration;

/** Buckets in Redis, which several nodes share. A bucket that is full again goes away by itself. */
final class RedisBuckets implements Buckets {
    private static final String PREFIX = "baraza:limits:";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration KEPT_LONGER = Duration.ofMinutes(1);

    private final RedisClient client;
    private final StatefulRedisConnection<String, byte[]> connection;
    private final LettuceBasedProxyManager<String> buckets;

    RedisBuckets(String url, Clock clock) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(LONGEST_WAIT);
        client = RedisClient.create(uri);
        // While Redis is away nobody waits for it: this process counts alone.
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .clientClock(LocalBuckets.meter(clock))
                .requestTimeout(LONGEST_WAIT)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                .build();
    }

    @Override
    public Bucket of(String key, Allowance allowance) {
        return buckets.builder()
                .withImplicitConfigurationReplacement(allowance.version(), TokensInheritanceStrategy.ADDITIVE)
                .build(PREFIX + key, allowance::configuration);
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}

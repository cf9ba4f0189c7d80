// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator decides, from the environment: {@code BARAZA_HOME}, {@code BARAZA_ADMIN_EMAIL} and so on.
 *
 * @param home folder for all that this server keeps outside the database, and for the database if it is our own
 * @param trustedProxies addresses and CIDR blocks of proxies that say where requests come from
 * @param publicUrl address at which others reach this server, without a slash at the end; empty for that of each request
 * @param egressAllow hosts, addresses and CIDR blocks that requests of this server may go to though they are not public
 * @param accessLogDays how many days it is kept who came into projects
 * @param coldFormDays after how many days the XML of forms leaves the database for the blob store; 0 for never
 * @param prepareRestoresAbove phones are told to come back for a first restore of more open cases than this
 */
@ConfigurationProperties("baraza")
public record BarazaSettings(
        Path home,
        List<String> trustedProxies,
        String publicUrl,
        List<String> egressAllow,
        int accessLogDays,
        int coldFormDays,
        Admin admin,
        DemoProject demoProject,
        Database database,
        Secrets secrets,
        Devices devices,
        Limits limits,
        Redis redis,
        Kafka kafka,
        S3 s3,
        Forwarding forwarding,
        int prepareRestoresAbove) {

    /**
     * The account that is made when a fresh server starts.
     *
     * @param password one is generated when this is empty
     */
    public record Admin(String email, String password) {
        @Override
        public String toString() {
            return "Admin[" + email + "]";
        }
    }

    /**
     * The project that a fresh server shows.
     *
     * @param password of its workers; each gets a generated one when this is empty
     */
    public record DemoProject(boolean wanted, String password) {
        @Override
        public String toString() {
            return "DemoProject[" + wanted + "]";
        }
    }

    /**
     * What seals the secrets in the database.
     *
     * @param key keys in base64, separated by commas; empty for one that is made and kept in the home
     */
    public record Secrets(String key) {
        @Override
        public String toString() {
            return "Secrets";
        }
    }

    /**
     * What is kept of devices.
     *
     * @param logDays how many days device logs are kept
     */
    public record Devices(int logDays) {}

    /**
     * What may be asked for in a while. Each is {@code off}, {@code hq}, or limits like {@code 60/minute,1000/hour}.
     *
     * @param mode {@code hq}, or {@code off} for no limits at all
     */
    public record Limits(
            String mode,
            String dataApi,
            String dataApiUser,
            String dataApiKey,
            String submissions,
            String submissionsProject,
            String restores,
            String devices,
            String account,
            String graphql) {}

    /**
     * How patient forwarding is.
     *
     * @param firstWait of a delivery that failed
     * @param firstRest of a forwarder whose other side is not well
     * @param timeout for answers of other systems
     * @param logDays how many days requests are told of, and records that arrived are kept
     */
    public record Forwarding(Duration firstWait, Duration firstRest, Duration timeout, int logDays) {
        public Forwarding {
            if (logDays < 1) {
                throw new IllegalArgumentException("BARAZA_FORWARDING_LOG_DAYS is at least 1");
            }
        }
    }

    /**
     * What nodes share besides the database.
     *
     * @param url empty where there is one node
     */
    public record Redis(String url) {
        @Override
        public String toString() {
            return "Redis";
        }
    }

    /**
     * A Kafka that the change feed goes through.
     *
     * @param servers empty where there is none
     * @param topic what the feed is called there
     * @param partitions of the topic, if it is not there yet
     * @param properties file with what else Kafka's clients need to know; empty for nothing
     */
    public record Kafka(String servers, String topic, int partitions, String properties) {}

    /**
     * A bucket for what else lies in the home's folder of blobs.
     *
     * @param bucket empty where there is none
     * @param endpoint empty for Amazon's
     * @param prefix before the names of objects
     * @param accessKey empty for the credentials of the machine
     */
    public record S3(String bucket, String endpoint, String region, String prefix, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return "S3[" + bucket + "]";
        }
    }

    /**
     * A database that the operator runs.
     *
     * @param url empty for one of our own
     * @param user owner of the tables
     */
    public record Database(String url, String user, String password) {
        public boolean isOurs() {
            return url.isEmpty();
        }

        @Override
        public String toString() {
            return "Database[" + user + "]";
        }
    }
}

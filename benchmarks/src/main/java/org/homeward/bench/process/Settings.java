package org.homeward.bench.process;

/**
 * What a process under measurement is started with.
 *
 * @param mongo connection string of the database it writes to
 * @param topic it publishes on and reads; empty: it only writes
 */
public record Settings(String mongo, String kafka, String topic, String masterKey, String issuer) {}

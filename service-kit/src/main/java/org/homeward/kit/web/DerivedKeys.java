package org.homeward.kit.web;

/**
 * Gives secret keys that all instances of a service share and nobody else has, one for each
 * purpose.
 */
@FunctionalInterface
public interface DerivedKeys {

    /**
     * @return 32 bytes, always the same for the same purpose
     */
    byte[] key(String purpose);
}

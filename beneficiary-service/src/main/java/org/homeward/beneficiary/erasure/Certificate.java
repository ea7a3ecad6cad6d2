package org.homeward.beneficiary.erasure;

/**
 * That somebody was erased, for her to keep: it names nobody, and anybody can check it without us.
 *
 * @param text JSON, exactly as it was signed
 * @param signature Ed25519 over the text's UTF-8 bytes, in base64
 * @param publicKey by which it was signed, in PEM; whether that is ours says the published key
 */
record Certificate(String text, String signature, String publicKey) {}

package org.homeward.contracts.beneficiary;

/**
 * How a person came to the programme. It names no agency: a shelter or a hospital would say too
 * much.
 */
public enum Channel {
    SELF,
    COMMUNITY_HEAD,
    PARTNER,
    HOTLINE,
    OTHER_AGENCY
}

package org.homeward.local.identity;

import java.util.List;

/** An invented member of staff who can sign in locally. */
public record DemoUser(
        String username,
        String name,
        String organisation,
        List<String> roles,
        List<String> districts,
        List<String> clearance) {

    public DemoUser {
        roles = List.copyOf(roles);
        districts = List.copyOf(districts);
        clearance = List.copyOf(clearance);
    }

    public String email() {
        return username + "@staff.example";
    }
}

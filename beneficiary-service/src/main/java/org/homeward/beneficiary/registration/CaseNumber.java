package org.homeward.beneficiary.registration;

/**
 * A number for people to say and write: {@code 26-0004217-5} is year, number within the year and a
 * check digit by ISO 7064 MOD 11,10, which finds every wrong digit and every swap of neighbours but
 * few.
 */
public final class CaseNumber {

    private CaseNumber() {}

    /**
     * @param year 2000 to 2099
     * @param number 1 to 9,999,999
     */
    public static String of(int year, long number) {
        if (number < 1 || number > 9_999_999) {
            throw new IllegalStateException("the case numbers of a year are used up");
        }
        var digits = "%02d%07d".formatted(year % 100, number);
        return digits.substring(0, 2) + "-" + digits.substring(2) + "-" + checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}

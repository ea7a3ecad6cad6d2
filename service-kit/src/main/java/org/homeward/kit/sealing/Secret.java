package org.homeward.kit.sealing;

import java.util.Objects;
import java.util.function.Supplier;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;

/**
 * A personal or free-text value inside a stored state. At rest it is one blob under the key of the
 * record that holds it; in memory it is opened only when asked, so a list that shows no names
 * decrypts none. It never prints its value.
 */
public final class Secret<T> {

    private final @Nullable T value;
    private final @Nullable SealedValue<T> sealed;

    private Secret(@Nullable T value, @Nullable SealedValue<T> sealed) {
        this.value = value;
        this.sealed = sealed;
    }

    public static <T> Secret<T> of(T value) {
        return new Secret<>(Objects.requireNonNull(value), null);
    }

    static <T> Secret<T> sealed(SealedValue<T> sealed) {
        return new Secret<>(null, sealed);
    }

    /**
     * @throws KeyDestroyed when the record was erased
     * @throws SealBroken when its key is missing or does not fit
     * @throws Unavailable while its key can't be asked for
     */
    public T open() {
        return value != null ? value : Objects.requireNonNull(sealed).opener().get();
    }

    /**
     * For a list, which goes on where one of its records is broken.
     *
     * @throws Unavailable while its key can't be asked for: then nothing is known of it
     */
    public Legibility legibility() {
        try {
            return isReadable() ? Legibility.READABLE : Legibility.ERASED;
        } catch (SealBroken broken) {
            return Legibility.UNAVAILABLE;
        }
    }

    /**
     * Whether it can be opened: false once its record was erased.
     *
     * @throws SealBroken when its key is missing or does not fit
     * @throws Unavailable while its key can't be asked for
     */
    public boolean isReadable() {
        try {
            open();
            return true;
        } catch (KeyDestroyed erased) {
            return false;
        }
    }

    @Nullable SealedValue<T> sealedValue() {
        return sealed;
    }

    @Override
    public String toString() {
        return "***";
    }

    /**
     * The blob as it was read, so that an unchanged secret is written back unchanged.
     *
     * @param place collection and owner it is bound to
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
    record SealedValue<T>(byte[] blob, String place, Supplier<T> opener) {}
}

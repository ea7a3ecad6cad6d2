package org.homeward.kit.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.types.Binary;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A secret at rest: one format byte, then AES256-GCM over {@code [name of the type, value]} as
 * JSON, bound to collection and record by its associated data.
 */
public final class SecretConverters {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SecretConverters() {}

    /**
     * @param types stable name of each type that a secret may hold
     */
    public static List<Converter<?, ?>> of(Map<String, Class<?>> types) {
        return List.of(new Seal(types), new Unseal(types));
    }

    @WritingConverter
    private static final class Seal implements Converter<Secret<?>, Binary> {

        private final Map<Class<?>, String> names;

        Seal(Map<String, Class<?>> types) {
            names =
                    types.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        }

        @Override
        public Binary convert(Secret<?> secret) {
            var place = SealingPlace.CURRENT.get();
            var sealed = secret.sealedValue();
            if (sealed != null && sealed.place().equals(place.name())) {
                return new Binary(sealed.blob());
            }
            Object value = secret.open();
            var name =
                    Objects.requireNonNull(
                            names.get(value.getClass()), "a secret of a type without a name");
            byte[] plain = JSON.writeValueAsBytes(new Object[] {name, value});
            return new Binary(encrypt(place, plain));
        }

        private static byte[] encrypt(SealingPlace place, byte[] plain) {
            try {
                byte[] cipher = place.key().get().encrypt(plain, place.associatedData());
                return ByteBuffer.allocate(cipher.length + 1)
                        .put(SealingPlace.FORMAT)
                        .put(cipher)
                        .array();
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException("sealing failed", failed);
            }
        }
    }

    @ReadingConverter
    private static final class Unseal implements Converter<Binary, Secret<?>> {

        private final Map<String, Class<?>> types;

        Unseal(Map<String, Class<?>> types) {
            this.types = types;
        }

        @Override
        public Secret<?> convert(Binary stored) {
            var place = SealingPlace.CURRENT.get();
            byte[] blob = stored.getData();
            return Secret.sealed(
                    new Secret.SealedValue<Object>(blob, place.name(), () -> open(place, blob)));
        }

        private Object open(SealingPlace place, byte[] blob) {
            if (blob.length == 0 || blob[0] != SealingPlace.FORMAT) {
                throw place.vault()
                        .broken(place.name(), new IllegalStateException("unknown format"));
            }
            var json = JSON.readTree(decrypt(place, Arrays.copyOfRange(blob, 1, blob.length)));
            var type =
                    Objects.requireNonNull(
                            types.get(json.get(0).asString()), "a secret of an unknown type");
            return JSON.treeToValue(json.get(1), type);
        }

        private static byte[] decrypt(SealingPlace place, byte[] cipher) {
            try {
                return place.key().get().decrypt(cipher, place.associatedData());
            } catch (GeneralSecurityException _) {
                // the key may have been renewed since it was remembered
                place.vault().forget(place.owner());
            }
            try {
                return place.key().get().decrypt(cipher, place.associatedData());
            } catch (GeneralSecurityException wrongKeyOrPlace) {
                throw place.vault().broken(place.name(), wrongKeyOrPlace);
            }
        }
    }
}

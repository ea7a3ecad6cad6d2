package org.homeward.kit.test;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.sealing.MasterKeyAway;

/** A master key as another machine keeps it: for a while it can't be asked. */
public final class DistantMasterKey implements MasterKey {

    private final MasterKey key;
    private volatile boolean away;

    public DistantMasterKey(MasterKey key) {
        this.key = key;
    }

    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public int wrapping() {
        return key.wrapping();
    }

    @Override
    public Set<Integer> versions() {
        return key.versions();
    }

    @Override
    public Aead version(int version) throws GeneralSecurityException {
        var there = key.version(version);
        return new Aead() {
            @Override
            public byte[] encrypt(byte[] plain, byte[] place) throws GeneralSecurityException {
                reach();
                return there.encrypt(plain, place);
            }

            @Override
            public byte[] decrypt(byte[] wrapped, byte[] place) throws GeneralSecurityException {
                reach();
                return there.decrypt(wrapped, place);
            }
        };
    }

    private void reach() throws MasterKeyAway {
        if (away) {
            throw new MasterKeyAway(new IOException("no answer"));
        }
    }
}

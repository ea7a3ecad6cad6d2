/**
 * That what was done and who saw whom can't be changed in silence: each entry of the journal and of
 * the access log is signed when it is written ({@link org.homeward.kit.audit.Signing}), soon sealed
 * into a chain of batches ({@code Sealer}), and the head of the chain is told outside the database
 * ({@code Heads}). {@code Verification} compares all of it again.
 */
@NullMarked
package org.homeward.kit.audit;

import org.jspecify.annotations.NullMarked;

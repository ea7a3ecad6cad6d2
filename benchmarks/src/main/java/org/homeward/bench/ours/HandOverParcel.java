package org.homeward.bench.ours;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of the sample command, checked as those of the services are. */
record HandOverParcel(
        @NotNull UUID id,
        @NotNull @Pattern(regexp = "D[0-9]{1,2}") String district,
        @NotBlank @Size(max = 200) String street,
        @Min(1) @Max(99) int weight,
        @Nullable @Size(max = 100) String receiver) {}

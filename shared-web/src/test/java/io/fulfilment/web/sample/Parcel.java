package io.fulfilment.web.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One property of each kind that requests have. */
public record Parcel(
        @NotBlank String name,
        @Nullable String note,
        @Size(max = 3) List<@Valid Item> items,
        @Nullable Colour colour,
        @Nullable UUID id,
        @Nullable BigDecimal weight,
        @Nullable Boolean fragile) {

    public record Item(Code code, @Max(9_999) int count) {}

    public enum Colour {
        RED,
        GREEN
    }

    /** Says itself what it accepts. */
    public record Code(@JsonValue String value) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Code {
            if (!value.startsWith("C-")) {
                throw new IllegalArgumentException("a code starts with C-");
            }
            if (value.equals("C-BROKEN")) {
                throw new IllegalStateException("SECRET-DETAIL");
            }
        }
    }
}

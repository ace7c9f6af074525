package io.fulfilment.payment.persistence;

import io.fulfilment.payment.domain.StoredEvent;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationDeclined;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationForestalled;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationGranted;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationRequested;
import io.fulfilment.payment.domain.StoredEvent.CaptureDeclined;
import io.fulfilment.payment.domain.StoredEvent.CapturePerformed;
import io.fulfilment.payment.domain.StoredEvent.CaptureRequested;
import io.fulfilment.payment.domain.StoredEvent.RefundDeclined;
import io.fulfilment.payment.domain.StoredEvent.RefundPerformed;
import io.fulfilment.payment.domain.StoredEvent.RefundRequested;
import io.fulfilment.payment.domain.StoredEvent.ReturnRequested;
import io.fulfilment.payment.domain.StoredEvent.VoidDeclined;
import io.fulfilment.payment.domain.StoredEvent.VoidPerformed;
import io.fulfilment.payment.domain.StoredEvent.VoidRequested;

/**
 * The name and current version of each stored event in the database, whatever its class is called. A change of a form
 * that was ever stored is a new version, with an {@link Upcaster} from the one before.
 */
enum StoredType {
    AUTHORIZATION_REQUESTED("AuthorizationRequested", 1, AuthorizationRequested.class),
    AUTHORIZATION_GRANTED("AuthorizationGranted", 1, AuthorizationGranted.class),
    AUTHORIZATION_DECLINED("AuthorizationDeclined", 1, AuthorizationDeclined.class),
    CAPTURE_REQUESTED("CaptureRequested", 1, CaptureRequested.class),
    CAPTURE_PERFORMED("CapturePerformed", 1, CapturePerformed.class),
    CAPTURE_DECLINED("CaptureDeclined", 1, CaptureDeclined.class),
    VOID_REQUESTED("VoidRequested", 1, VoidRequested.class),
    VOID_PERFORMED("VoidPerformed", 1, VoidPerformed.class),
    RETURN_REQUESTED("ReturnRequested", 1, ReturnRequested.class),
    VOID_DECLINED("VoidDeclined", 1, VoidDeclined.class),
    REFUND_REQUESTED("RefundRequested", 1, RefundRequested.class),
    REFUND_PERFORMED("RefundPerformed", 1, RefundPerformed.class),
    REFUND_DECLINED("RefundDeclined", 1, RefundDeclined.class),
    AUTHORIZATION_FORESTALLED("AuthorizationForestalled", 1, AuthorizationForestalled.class);

    private final String storedName;
    private final int version;
    private final Class<? extends StoredEvent> type;

    StoredType(String storedName, int version, Class<? extends StoredEvent> type) {
        this.storedName = storedName;
        this.version = version;
        this.type = type;
    }

    static StoredType of(StoredEvent event) {
        return switch (event) {
            case AuthorizationRequested _ -> AUTHORIZATION_REQUESTED;
            case AuthorizationGranted _ -> AUTHORIZATION_GRANTED;
            case AuthorizationDeclined _ -> AUTHORIZATION_DECLINED;
            case CaptureRequested _ -> CAPTURE_REQUESTED;
            case CapturePerformed _ -> CAPTURE_PERFORMED;
            case CaptureDeclined _ -> CAPTURE_DECLINED;
            case VoidRequested _ -> VOID_REQUESTED;
            case VoidPerformed _ -> VOID_PERFORMED;
            case ReturnRequested _ -> RETURN_REQUESTED;
            case VoidDeclined _ -> VOID_DECLINED;
            case RefundRequested _ -> REFUND_REQUESTED;
            case RefundPerformed _ -> REFUND_PERFORMED;
            case RefundDeclined _ -> REFUND_DECLINED;
            case AuthorizationForestalled _ -> AUTHORIZATION_FORESTALLED;
        };
    }

    /** @throws IllegalStateException if the name is unknown: this program is older than the history that it reads */
    static StoredType named(String name) {
        for (StoredType candidate : values()) {
            if (candidate.storedName.equals(name)) {
                return candidate;
            }
        }
        throw new IllegalStateException("unknown stored event " + name);
    }

    String storedName() {
        return storedName;
    }

    int version() {
        return version;
    }

    Class<? extends StoredEvent> type() {
        return type;
    }
}

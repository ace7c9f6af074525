package io.fulfilment.web.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Denies what no {@link SecurityRules} mention, whether it exists or not. */
class Unlisted implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthorizationResult DENIED = new AuthorizationDecision(false);

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext request) {
        return DENIED;
    }

    static boolean isBehind(AccessDeniedException refused) {
        return refused instanceof AuthorizationDeniedException denied && denied.getAuthorizationResult() == DENIED;
    }
}

package io.fulfilment.console.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How operators sign in. Nothing of it is asked for at start, so that the console is there without the identity provider.
 *
 * @param authorizationUri and {@code endSessionUri}: as a browser knows them
 * @param tokenUri as the console itself knows it
 * @param clientSecret empty for a public client, which PKCE protects alone
 */
@ConfigurationProperties("fulfilment.console.sign-in")
record SignInSettings(URI authorizationUri, URI tokenUri, URI endSessionUri, String clientId, String clientSecret) {

    /** Where browsers are sent by forms: to sign out. */
    String endSessionOrigin() {
        return endSessionUri.getScheme() + "://" + endSessionUri.getRawAuthority();
    }
}

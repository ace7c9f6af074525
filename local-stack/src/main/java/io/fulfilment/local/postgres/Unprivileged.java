package io.fulfilment.local.postgres;

import io.fulfilment.local.process.StartFailed;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody, and still owns its files. */
final class Unprivileged {

    private Unprivileged() {}

    static List<String> prefix() {
        return LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();
    }

    static void require() throws StartFailed {
        if (prefix().isEmpty() && isRoot()) {
            throw new StartFailed("PostgreSQL refuses to run as root, and this machine does not allow `unshare -U`:"
                    + " start ./run as another user");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && Path.of("/").getFileSystem().supportedFileAttributeViews().contains("unix");
    }
}

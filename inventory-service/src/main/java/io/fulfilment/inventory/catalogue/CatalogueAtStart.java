package io.fulfilment.inventory.catalogue;

import io.fulfilment.inventory.application.LoadingCatalogue;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Loads the file that {@code CATALOGUE_FILE} names before the service reports that it is ready. */
@Component
@ConditionalOnExpression("!'${inventory.catalogue-file:}'.isBlank()")
class CatalogueAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(CatalogueAtStart.class);

    private final CatalogueFile file;
    private final LoadingCatalogue loading;

    CatalogueAtStart(@Value("${inventory.catalogue-file}") String path, LoadingCatalogue loading) {
        this.file = new CatalogueFile(Path.of(path));
        this.loading = loading;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int added = loading.load(file::read);
        if (added > 0) {
            log.info("{} products loaded from {}", added, file.path());
        }
    }
}

package io.fulfilment.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class OperationsConsoleApplication {

    public static void main(String[] args) {
        SpringApplication.run(OperationsConsoleApplication.class, args);
    }
}

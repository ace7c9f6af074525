package io.fulfilment.console.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What people see instead of a page. Nobody gets to the first two but within the console. */
@Controller
class ErrorPages {

    static final String FORBIDDEN = "/internal/forbidden";
    static final String NOT_FOUND = "/internal/not-found";

    @RequestMapping(FORBIDDEN)
    String forbidden(Model model) {
        return page(model, "For operators only", "You have signed in, but your role does not let you see the console.");
    }

    @RequestMapping(NOT_FOUND)
    String notFound(Model model) {
        return page(model, "There is no such page", "The address may be misspelt, or what it named is gone.");
    }

    @GetMapping("/sign-in-failed")
    String signInFailed(Model model) {
        return page(
                model,
                "Signing in did not work",
                "The identity provider did not answer, or it took too long. Nothing has been changed; try again.");
    }

    static String page(Model model, String title, String detail) {
        model.addAttribute("title", title);
        model.addAttribute("detail", detail);
        return "error";
    }
}

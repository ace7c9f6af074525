package io.fulfilment.console.web;

import io.fulfilment.console.lag.GroupLag;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Consumer lag for people. A page asks for its live part again and again. */
@Controller
class LagPages {

    private final LagViews views;

    LagPages(LagViews views) {
        this.views = views;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/lag";
    }

    @GetMapping("/lag")
    String groups(Model model) {
        return showGroups(model, "lag");
    }

    @GetMapping("/fragments/lag")
    String groupsAlone(Model model) {
        return showGroups(model, "lag :: live");
    }

    private String showGroups(Model model, String view) {
        model.addAttribute("view", views.groups());
        return view;
    }

    @GetMapping("/lag/group")
    String group(@RequestParam String name, Model model) {
        return showGroup(name, model, "group");
    }

    @GetMapping("/fragments/lag/group")
    String groupAlone(@RequestParam String name, Model model) {
        return showGroup(name, model, "group :: live");
    }

    /** What was seen last is shown even if it is old: it says so. */
    private String showGroup(String name, Model model, String view) {
        GroupLag found = views.latest(name).orElseThrow(LagPages::unknown);
        model.addAttribute("view", views.group(found));
        return view;
    }

    private static RuntimeException unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "No consumer group of this name has read anything, or it was deleted.")
                .asException();
    }
}

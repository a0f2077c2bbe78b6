// The gallery: the frame and the components with the data of one example month, for looking at them. Never part of the built program.
import { FluentResource } from "@fluent/bundle";
import type { Component } from "vue";
import "../theme/index.css";
import { memoryBackend } from "../backend/memory";
import type { Section } from "../frame/sections";
import { settings } from "../features/settings";
import { buildApplication } from "../start";
import { openStatus } from "../testing";
import { addTexts } from "../texts";
import DistributionScreen from "./DistributionScreen.vue";
import PartsScreen from "./PartsScreen.vue";
import texts from "./gallery.ftl?raw";
import ReviewScreen from "./ReviewScreen.vue";

const places: [string, Section["place"], string, Component][] = [
    ["start", "before", "/start", PartsScreen],
    ["register", "before", "/personkrets", PartsScreen],
    ["expected", "chain", "/forvantat", PartsScreen],
    ["claims", "chain", "/atersokningar", PartsScreen],
    ["payments", "chain", "/inbetalningar", ReviewScreen],
    ["distribution", "chain", "/fordelning", DistributionScreen],
    ["orders", "chain", "/bokforingsorder", PartsScreen],
    ["rules", "after", "/regler", PartsScreen],
];
addTexts(new FluentResource(texts));

const sections: Section[] = [
    ...places.map(([id, place, path, component]): Section => ({
        id,
        label: `gallery-${id}`,
        place,
        path,
        routes: [{ path, component }],
    })),
    settings,
];

const waiting: [string, string, boolean][] = [
    ["register", "19 personer", false],
    ["expected", "33 000,00 uteblivet", true],
    ["claims", "10 dagar till närmaste", true],
    ["payments", "1 lista, 10 rader kvar", true],
    ["distribution", "oktober ej fördelad", false],
    ["orders", "inget väntar", false],
];

buildApplication({
    backend: memoryBackend({
        "session.status": () => openStatus({ training: true, example_key: true, example_accounts: true }),
        "overview.navigation": () => ({ sections: waiting.map(([section, text, waits]) => ({ section, text, waits })) }),
    }),
    sections,
}).app.mount("#app");

// The gallery: the frame and the components with the data of one example month, for looking at them. Never part of the built program.
import { FluentResource } from "@fluent/bundle";
import type { Component } from "vue";
import "../theme/index.css";
import { memoryBackend } from "../backend/memory";
import type { Section } from "../frame/sections";
import { settings } from "../features/settings";
import { buildApplication } from "../start";
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

buildApplication({
    backend: memoryBackend(),
    sections,
    session: {
        municipality: "Exempelstads kommun",
        user: "EXEMPEL",
        businessDate: "2026-11-02",
        marks: ["Övningsdatabas", "Nyckel och konton är exempel"],
        waiting: {
            register: { words: "19 personer", waits: false },
            expected: { words: "33 000,00 uteblivet", waits: true },
            claims: { words: "10 dagar till närmaste", waits: true },
            payments: { words: "1 lista, 10 rader kvar", waits: true },
            distribution: { words: "oktober ej fördelad", waits: false },
            orders: { words: "inget väntar", waits: false },
        },
    },
}).app.mount("#app");

// The gallery: the frame and the components with made-up data, for looking at what no screen shows at once. Never part of the built program.
import { FluentResource } from "@fluent/bundle";
import type { Component } from "vue";
import "../theme/index.css";
import { memoryBackend } from "../backend/memory";
import type { Section } from "../frame/sections";
import { buildApplication } from "../start";
import { openStatus } from "../testing";
import { addTexts } from "../texts";
import DistributionScreen from "./DistributionScreen.vue";
import PartsScreen from "./PartsScreen.vue";
import texts from "./gallery.ftl?raw";

const places: [string, Section["place"], string, Component][] = [
    ["start", "before", "/start", PartsScreen],
    ["distribution", "chain", "/fordelning", DistributionScreen],
];
addTexts(new FluentResource(texts));

const sections = places.map(([id, place, path, component]): Section => ({
    id,
    label: `gallery-${id}`,
    place,
    path,
    routes: [{ path, component }],
}));

buildApplication({
    backend: memoryBackend({
        "session.status": () => openStatus({ training: true, example_key: true, example_accounts: true }),
        "overview.navigation": () => ({ sections: [{ section: "distribution", text: "1 att bokföra", waits: true }] }),
    }),
    sections,
}).app.mount("#app");

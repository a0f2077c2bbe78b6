// What the field at the top finds: persons, lists and orders, ranked by the core.
import { useRouter } from "vue-router";
import { useBackend } from "../backend";
import type { Hit } from "../components/CommandPalette.vue";
import { t } from "../texts";
import { formatDossierNumber, formatPersonalNumber } from "../texts/format";
import { listPlace, orderPlace, personPlace } from "./places";

/** The search of the palette, inside a component's setup. */
export function useSearch(): (words: string) => Promise<Hit[]> {
    const backend = useBackend();
    const router = useRouter();
    const go = (place: string) => () => void router.push(place);

    return async (words) => {
        const found = await backend.call("overview.search", { text: words });
        return [
            ...found.persons.map((person): Hit => ({
                id: `person-${person.person}`,
                kind: t("palette-person"),
                label: [person.family_name, person.given_name].filter(Boolean).join(", "),
                detail: [formatDossierNumber(person.dossier_number), formatPersonalNumber(person.personal_number)].filter(Boolean).join(" · "),
                sign: "person",
                run: go(personPlace(person.person)),
            })),
            ...found.things.map((thing): Hit => ({
                id: `${thing.kind}-${thing.id}`,
                kind: t(`palette-${thing.kind}`),
                label: thing.title,
                detail: thing.detail,
                run: go(thing.kind === "order" ? orderPlace(thing.id) : listPlace(thing.id)),
            })),
        ];
    };
}

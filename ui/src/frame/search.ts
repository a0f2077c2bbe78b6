// What the field at the top finds: persons, cases, lists and orders, ranked by the core.
import { useRouter } from "vue-router";
import { useBackend } from "../backend";
import type { Hit } from "../components/CommandPalette.vue";
import { t } from "../texts";
import { formatDossierNumber, formatPersonalNumber } from "../texts/format";
import { casePlace, listPlace, orderPlace, personPlace } from "./places";

/** Where a found thing is, by its kind; all others are lists. */
const PLACES: Record<string, (id: string) => string> = { order: orderPlace, case: casePlace };

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
                sign: person.protected ? "lock" : "person",
                run: go(personPlace(person.person)),
            })),
            ...found.things.map((thing): Hit => ({
                id: `${thing.kind}-${thing.id}`,
                kind: t(`palette-${thing.kind}`),
                label: thing.title,
                detail: thing.detail,
                run: go(PLACES[thing.kind]?.(thing.id) ?? listPlace(thing.id)),
            })),
        ];
    };
}

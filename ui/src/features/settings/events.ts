// Events of the audit chain in words.
import type { Fact } from "../../components/FactList.vue";
import type { EventView } from "../../generated/contract";
import { hasText, t } from "../../texts";
import { formatOre } from "../../texts/format";

/** What was done: "Lista inläst". An action that has no words yet is shown by its name. */
export function actionWords(event: EventView): string {
    const name = event.action.replaceAll(".", "-");
    return hasText(`event-${name}`) ? t(`event-${name}`) : event.action;
}

/** What an event says, value by value: the names are those of the chain itself, because they are what is signed. */
export function factsOf(event: EventView): Fact[] {
    return [
        { id: "action", label: t("set-event-action"), value: event.action },
        { id: "object", label: t("set-event-object"), value: event.object },
        ...Object.entries(detailOf(event.detail)).map(([name, value]) => ({ id: name, label: name, value: shown(name, value) })),
    ];
}

function detailOf(text: string): Record<string, unknown> {
    const detail: unknown = JSON.parse(text);
    return typeof detail === "object" && detail !== null ? { ...detail } : { detail };
}

function shown(name: string, value: unknown): string {
    if (name.endsWith("_ore") && typeof value === "number") return formatOre(value);
    if (value === null) return "";
    if (Array.isArray(value)) return value.map((one) => shown("", one)).join(", ");
    return typeof value === "string" ? value : JSON.stringify(value);
}

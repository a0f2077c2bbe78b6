// What can be chosen in many places, asked of the core.
import type { Backend } from "../backend";
import type { Choice } from "./ChoiceField.vue";

/** The city's boards: "7110 Exempel stadsdelsnämnd A". */
export async function boardChoices(backend: Backend): Promise<Choice[]> {
    const { boards } = await backend.call("boards.list", {});
    return boards.map(({ cost_centre, name }) => ({ value: cost_centre, label: `${cost_centre} ${name}` }));
}

/** The compensations of the law: "ASYL-BIF Barn i familj". */
export async function compensationChoices(backend: Backend): Promise<Choice[]> {
    const { compensations } = await backend.call("compensations.list", {});
    return compensations.map(({ code, short_name }) => ({ value: code, label: `${code} ${short_name}` }));
}

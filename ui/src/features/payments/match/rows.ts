// How a payment shows in Matcha.
import type { Column } from "../../../components/list";
import type { MatchRow, PersonBrief } from "../../../generated/contract";
import { t } from "../../../texts";
import { formatDossierNumber, formatOre, formatPersonalNumber, formatSpan } from "../../../texts/format";

/** Family name first; nothing where both are unknown. */
export function personName(family: string | null, given: string | null): string {
    return [family, given].filter(Boolean).join(", ");
}

/** A person with what tells him or her from others of the same name. */
export function personWords(person: PersonBrief): string {
    return [personName(person.family_name, person.given_name), formatDossierNumber(person.dossier_number), formatPersonalNumber(person.personal_number)]
        .filter((part) => part !== "")
        .join(" · ");
}

/** The period of a payment, or what of it is known. */
export function periodOf(row: Pick<MatchRow, "period_from" | "period_until">): string {
    return row.period_from !== null && row.period_until !== null ? formatSpan(row.period_from, row.period_until) : (row.period_from ?? row.period_until ?? "");
}

/** The columns of Matcha: the list's row, then the person found and why. */
export const columns: Column<MatchRow>[] = [
    { id: "line", title: t("column-line"), width: "38px", align: "end", text: (row) => String(row.line), secondary: true },
    { id: "state", title: "", width: "26px" },
    { id: "code", title: t("column-code"), width: "55px", text: (row) => row.payment_code ?? "", shorten: true },
    { id: "person", title: t("match-in-list"), width: "minmax(90px, 1fr)", text: (row) => personName(row.list_family_name, row.list_given_name), shorten: true },
    { id: "dossier", title: t("column-dossier"), width: "76px", text: (row) => formatDossierNumber(row.dossier_number) },
    { id: "period", title: t("column-period"), width: "121px", text: periodOf, secondary: true },
    { id: "amount", title: t("column-amount"), width: "94px", align: "end", text: (row) => (row.amount_ore === null ? "" : formatOre(row.amount_ore)) },
    { id: "found", title: t("match-found"), width: "minmax(90px, 1fr)", text: (row) => (row.person === null ? "" : personName(row.person.family_name, row.person.given_name)), shorten: true },
    { id: "reason", title: t("match-reason"), width: "minmax(120px, 1.4fr)", text: (row) => row.reason_short, shorten: true, secondary: true, spare: true },
];

// What was read, in words.
import type { Column } from "../../components/list";
import type { ReadingView } from "../../generated/contract";
import { t } from "../../texts";
import { formatMoment } from "../../texts/format";

/** What it was: a page, or a kind of thing with its id. */
export function whatWords({ kind_name, object }: ReadingView): string {
    return object === "" ? kind_name : t("log-object", { kind: kind_name, object });
}

/** About whom. */
export function whomWords({ person, protected: wasProtected }: ReadingView): string {
    if (person === null) return t("log-nobody-alone");
    return wasProtected ? `${person} (${t("log-was-protected")})` : person;
}

/** The columns that a list of readings has; `of` gives the reading of a row. */
export function readingColumns<Row>(of: (row: Row) => ReadingView): Column<Row>[] {
    return [
        { id: "at", title: t("log-column-at"), width: "140px", text: (row) => formatMoment(of(row).at) },
        { id: "actor", title: t("log-column-actor"), width: "110px", text: (row) => of(row).actor, shorten: true },
        { id: "kind", title: t("log-column-kind"), width: "minmax(190px, 2fr)", text: (row) => whatWords(of(row)), shorten: true },
        { id: "person", title: t("log-column-person"), width: "130px", text: (row) => whomWords(of(row)) },
        { id: "reason", title: t("log-column-reason"), width: "minmax(120px, 1fr)", text: (row) => of(row).reason, secondary: true, shorten: true },
    ];
}

// What only a kind of draft knows on the screen: where it belongs, what it is called, what its rows show.
import type { Column } from "../../components/list";
import { costsDraftPlace, costsPlace, expectedPlace, duplicatesPlace, grantsDraftPlace, personsPlace, registerDraftPlace, schoolDraftPlace, schoolPlace } from "../../frame/places";
import type { DraftRowView } from "../../generated/contract";
import { hasText, t } from "../../texts";
import { formatKronor, formatSpan } from "../../texts/format";

/** First word of the operations of a kind. */
export type DraftArea = "register" | "decisions" | "costs" | "school";

/** A kind of draft. */
export interface DraftKind {
    area: DraftArea;
    /** Where its pages lie: below it reading, describing the layout, and the draft. */
    pages: string;
    /** The page that it belongs to. */
    home: string;
    /** Kinds of profile that its files are read by. */
    profiles: readonly string[];
    /** Address of a draft. */
    place: (draft: string) => string;
    /** Text ids. */
    words: { title: string; read: string; files: string; reading: string; commit: string; committing: string; taken: string; discard: string; added: string };
    /** Columns of its rows between the name and what was found. */
    columns: () => Column<DraftRowView>[];
    /** Where to go when it is taken in, the first first. */
    ways: readonly { id: string; label: string; to: string }[];
    /** Whether what was there can get something new by it. */
    changes: boolean;
    /** Whether what was there can get a last day by it. */
    ends?: boolean;
    /** Whether a layout that no profile knows is described on a page of its own. */
    maps: boolean;
}

const person = (width = "84px"): Column<DraftRowView> => ({ id: "person", title: t("persons-id"), width, text: (row) => row.person ?? "", secondary: true });
const meant = (field: string) => (row: DraftRowView) => row.meant[field] ?? "";

const periodOf = (row: DraftRowView) => {
    const [from, until] = [meant("period_from")(row), meant("period_until")(row)];
    return from && until ? formatSpan(from, until) : from || until;
};

/** The form of school in words; as the list has it, where a profile has words of its own for it. */
const formOf = (row: DraftRowView) => {
    const form = meant("schooling.form")(row);
    return hasText(`choice-${form}`) ? t(`choice-${form}`) : form;
};

/** What becomes of what the register knows. */
const outcomeOf = (row: DraftRowView) => {
    const outcome = meant("outcome")(row);
    return outcome === "" ? "" : t(`school-outcome-${outcome}`);
};

/** Personkrets. */
const register: DraftKind = {
    area: "register",
    pages: "/personkrets",
    home: personsPlace(),
    profiles: ["register"],
    place: registerDraftPlace,
    words: {
        title: "draft-title",
        read: "persons-import",
        files: "persons-import-files",
        reading: "draft-reading",
        commit: "draft-commit",
        committing: "draft-committing",
        taken: "draft-taken",
        discard: "draft-discard-words",
        added: "draft-added",
    },
    columns: () => [person()],
    ways: [
        { id: "to-persons", label: "draft-to-persons", to: personsPlace() },
        { id: "to-duplicates", label: "draft-to-duplicates", to: duplicatesPlace() },
    ],
    changes: true,
    maps: true,
};

/** Beslut. */
const decisions: DraftKind = {
    area: "decisions",
    pages: "/forvantat/beslut",
    home: expectedPlace("grants"),
    profiles: ["decisions", "payment-list"],
    place: grantsDraftPlace,
    words: {
        title: "decisions-title",
        read: "expected-read-decisions",
        files: "pick-lists",
        reading: "decisions-reading",
        commit: "decisions-commit",
        committing: "decisions-committing",
        taken: "decisions-taken",
        discard: "decisions-discard-words",
        added: "decisions-added",
    },
    columns: () => [
        person(),
        { id: "code", title: t("field-payment-code"), width: "70px", text: meant("payment_code") },
        { id: "period", title: t("expected-period"), width: "136px", text: periodOf },
        { id: "amount", title: t("field-amount"), width: "92px", align: "end", text: (row) => formatKronor(meant("amount")(row)) },
    ],
    ways: [{ id: "to-grants", label: "decisions-to-grants", to: expectedPlace("grants") }],
    changes: false,
    maps: true,
};

/** Kostnader. */
const costs: DraftKind = {
    area: "costs",
    pages: costsPlace(),
    home: costsPlace(),
    profiles: ["costs"],
    place: costsDraftPlace,
    words: {
        title: "costs-draft-title",
        read: "costs-import",
        files: "costs-import-files",
        reading: "costs-reading",
        commit: "costs-commit",
        committing: "costs-committing",
        taken: "costs-taken",
        discard: "costs-discard-words",
        added: "costs-added",
    },
    columns: () => [
        person("56px"),
        { id: "compensation", title: t("field-compensation"), width: "96px", text: meant("compensation"), shorten: true },
        { id: "period", title: t("expected-period"), width: "136px", text: periodOf },
        { id: "voucher", title: t("field-voucher"), width: "92px", text: meant("voucher"), secondary: true, spare: true },
        { id: "amount", title: t("field-amount"), width: "92px", align: "end", text: (row) => formatKronor(meant("amount")(row)) },
    ],
    ways: [{ id: "to-costs", label: "costs-to-costs", to: costsPlace() }],
    changes: false,
    maps: false,
};

/** Skollistor. */
const school: DraftKind = {
    area: "school",
    pages: schoolPlace(),
    home: schoolPlace(),
    profiles: ["school"],
    place: schoolDraftPlace,
    words: {
        title: "school-draft-title",
        read: "school-import",
        files: "school-import-files",
        reading: "school-reading",
        commit: "school-commit",
        committing: "school-committing",
        taken: "school-taken",
        discard: "school-discard-words",
        added: "school-added",
    },
    columns: () => [
        person("56px"),
        { id: "form", title: t("school-form"), width: "minmax(88px, 0.7fr)", text: formOf, shorten: true },
        { id: "from", title: t("school-from"), width: "88px", text: meant("schooling.valid_from") },
        { id: "until", title: t("school-until"), width: "88px", text: meant("schooling.valid_until"), spare: true },
        { id: "outcome", title: t("school-outcome"), width: "76px", text: outcomeOf, secondary: true, spare: true },
    ],
    ways: [{ id: "to-pupils", label: "school-to-pupils", to: schoolPlace() }],
    changes: true,
    ends: true,
    maps: false,
};

const KINDS: Record<DraftArea, DraftKind> = { register, decisions, costs, school };

/** The kind with that name. */
export function kindOf(area: string): DraftKind {
    return area in KINDS ? KINDS[area as DraftArea] : KINDS.register;
}

/** The kind whose pages an address lies among. */
export function kindAt(path: string): DraftKind {
    return [decisions, costs, school].find(({ pages }) => path.startsWith(pages)) ?? register;
}

// The mapping of an unknown layout of decisions: fields of a payment list that is not paid yet.
import { fieldLabel, FIELDS, guessMapping, profileOf, type FieldName, type Mapping } from "../payments/read/mapping";
import { namesOf } from "../../components/mapping";
import type { ProfileView, RawRow } from "../../generated/contract";

/** Fields that a column can be read as. */
export const DECISION_FIELDS = FIELDS.filter((field) => field !== "payment_date");

/** Without these a row is no decision. */
export const NEEDED: readonly FieldName[] = ["payment_code", "period_from", "period_until", "amount"];

/** The fields as choices. */
export const decisionChoices = () => DECISION_FIELDS.map((field) => ({ value: field as string, label: fieldLabel(field) }));

/** A first guess, by the names that columns have in profiles of decisions and of payment lists. */
export function guessDecisions(rows: readonly RawRow[], profiles: readonly ProfileView[], name: string): Mapping {
    const known = new Map([...namesOf(profiles, "payment-list", DECISION_FIELDS), ...namesOf(profiles, "decisions", DECISION_FIELDS)]);
    return guessMapping(rows, known, name);
}

/** The profile as TOML. */
export function decisionProfile(mapping: Mapping, header: readonly string[]): string {
    return profileOf(mapping, header, "decisions");
}

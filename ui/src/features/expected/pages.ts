// The pages of what is expected, in the order of their tabs.
import { expectedPlace, type ExpectedPage } from "../../frame/places";

const LABELS: Record<ExpectedPage, string> = {
    months: "expected-page-months",
    missing: "expected-page-missing",
    reported: "expected-page-reported",
    faults: "expected-page-faults",
    grants: "expected-page-grants",
    check: "expected-page-check",
    calendar: "expected-page-calendar",
};

/** All pages. */
export const EXPECTED_PAGES = (Object.keys(LABELS) as ExpectedPage[]).map((id, index) => ({ id, label: LABELS[id], path: expectedPlace(id), keys: [`Alt+${index + 1}`] }));

// Generated from crates/api by `cargo xtask bindings`. Do not edit.

/** Operations that answer with a list: text ids of its name and of its columns' headings by column, and JSON pointers to its rows and to what tells them apart. */
export const LISTS = {
    "review.rows": { title: "review-rows", rows: "/rows", key: ["/line"], columns: { line: "column-line", code: "column-code", person: "column-person", dossier: "column-dossier", period: "column-period", amount: "column-amount", finding: "column-finding", decision: "column-decision" } },
    "match.rows": { title: "match-rows", rows: "/rows", key: ["/line"], columns: { line: "column-line", code: "column-code", person: "match-in-list", dossier: "column-dossier", period: "column-period", amount: "column-amount", found: "match-found", reason: "match-reason" } },
    "persons.find": { title: "section-persons", rows: "/persons", key: ["/person"], columns: { name: "persons-name", dossier: "persons-dossier", personal: "persons-number", born: "persons-born", centre: "persons-centre", board: "persons-board", person: "persons-id", protected: "persons-protected" } },
    "register.rows": { title: "draft-rows", rows: "/rows", key: ["/line"], columns: { line: "column-line", name: "persons-name", person: "persons-id", finding: "column-finding", decision: "column-decision" } },
    "cases.list": { title: "cases-title", rows: "/cases", key: ["/case"], columns: { due: "cases-due", left: "cases-days-left", what: "cases-due-what", number: "cases-number", person: "cases-person", kind: "cases-kind", compensation: "cases-compensation", board: "cases-board", officer: "cases-officer", state: "cases-state" } },
    "costs.rows": { title: "draft-rows", rows: "/rows", key: ["/line"], columns: { line: "column-line", name: "persons-name", person: "persons-id", compensation: "field-compensation", period: "expected-period", voucher: "field-voucher", amount: "field-amount", finding: "column-finding", decision: "column-decision" } },
    "decisions.rows": { title: "draft-rows", rows: "/rows", key: ["/line"], columns: { line: "column-line", name: "persons-name", person: "persons-id", code: "field-payment-code", period: "expected-period", amount: "field-amount", finding: "column-finding", decision: "column-decision" } },
    "suspense.page": { title: "runs-page-suspense", rows: "/rows", key: ["/kind", "/list", "/line", "/distribution", "/since", "/owner", "/amount_ore"], columns: { reason: "observation-column-reason", since: "observation-column-since", age: "observation-column-age", owner: "observation-column-owner", amount: "observation-column-amount", todo: "observation-column-todo", file: "observation-column-from", line: "column-line" } },
} as const;

/** An operation that answers with a list. */
export type ListName = keyof typeof LISTS;

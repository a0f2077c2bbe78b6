// The pages of the settings, in the order of the menu.

/** All pages: last part of the address, and text id of the name. The first is shown where none is asked for. */
export const PAGES = [
    { path: "kommun", label: "set-municipality" },
    { path: "bokforing", label: "set-booking" },
    { path: "konton", label: "set-accounts" },
    { path: "nyckel", label: "set-key" },
    { path: "perioder", label: "set-periods" },
    { path: "namnder", label: "set-boards" },
    { path: "inlamning", label: "set-intake" },
    { path: "sokning", label: "set-claims" },
    { path: "brev", label: "set-letters" },
    { path: "lasar", label: "set-school" },
    { path: "tal", label: "set-numbers" },
    { path: "koder", label: "set-codes" },
    { path: "profiler", label: "set-profiles" },
    { path: "granser", label: "set-limits" },
    { path: "kopior", label: "set-backup" },
    { path: "utseende", label: "set-look" },
    { path: "anvandare", label: "set-users" },
    { path: "lasning", label: "set-lock" },
    { path: "historik", label: "set-audit" },
    { path: "loggranskning", label: "set-log" },
    { path: "ova", label: "set-practice" },
    { path: "lamna", label: "set-leave" },
    { path: "om", label: "set-about" },
] as const;

/** Last part of the address of a page. */
export type SettingsPath = (typeof PAGES)[number]["path"];

// The pages of the settings, in the order of the menu.
import type { Component } from "vue";
import AccountsPage from "./AccountsPage.vue";
import AuditPage from "./AuditPage.vue";
import BoardsPage from "./BoardsPage.vue";
import BookingPage from "./BookingPage.vue";
import CodesPage from "./CodesPage.vue";
import KeyPage from "./KeyPage.vue";
import BackupPage from "./BackupPage.vue";
import LimitsPage from "./LimitsPage.vue";
import LookPage from "./LookPage.vue";
import MunicipalityPage from "./MunicipalityPage.vue";
import ProfilesPage from "./ProfilesPage.vue";
import SchoolPage from "./SchoolPage.vue";

/** A page of the settings. */
export interface SettingsPage {
    /** Last part of its address. */
    path: string;
    /** Text id of its name. */
    label: string;
    page: Component;
}

/** All pages; the first is shown where none is asked for. */
export const PAGES: readonly SettingsPage[] = [
    { path: "kommun", label: "set-municipality", page: MunicipalityPage },
    { path: "bokforing", label: "set-booking", page: BookingPage },
    { path: "konton", label: "set-accounts", page: AccountsPage },
    { path: "nyckel", label: "set-key", page: KeyPage },
    { path: "namnder", label: "set-boards", page: BoardsPage },
    { path: "lasar", label: "set-school", page: SchoolPage },
    { path: "koder", label: "set-codes", page: CodesPage },
    { path: "profiler", label: "set-profiles", page: ProfilesPage },
    { path: "granser", label: "set-limits", page: LimitsPage },
    { path: "kopior", label: "set-backup", page: BackupPage },
    { path: "utseende", label: "set-look", page: LookPage },
    { path: "historik", label: "set-audit", page: AuditPage },
];

// The parts of the settings document: the contract carries it whole, as it is exported and imported.

/** Whose database it is. */
export interface MunicipalitySettings {
    name: string;
    organisation_number: string;
    training: boolean;
}

/** How booking orders and their files are made. */
export interface BookingSettings {
    number_prefix: string;
    bank_already_booked: boolean;
    /** Account for periods that end before the fiscal year; null: the core asks. */
    receivable_account: string | null;
    receivable_account_name: string;
    interface: string;
    voucher_type: string;
    client: string;
    tax_code: string;
    signature: string;
    /** Own texts by kind of voucher; `{month}` stands for the month of payment. */
    voucher_texts: Record<string, string>;
    /** Code to name. */
    counterpart_names: Record<string, string>;
    /** Number and name: cost centre, activity, counterpart. */
    sie_dimensions: [number, string][];
    /** Numbers 1 to 7: cost centre, activity, counterpart. */
    agresso_dimensions: number[];
    replace_unencodable: boolean;
}

/** Largest inputs that are read, in the units of the names. */
export interface LimitSettings {
    file_mb: number;
    field_kb: number;
    xlsx_rows: number;
    xlsx_unpacked_mb: number;
}

/** Where backups go, and how often. */
export interface BackupSettings {
    /** A whole path; empty: nowhere yet. */
    folder: string;
    keep: number;
    at_close: boolean;
    daily: boolean;
    old_after_days: number;
}

/** How the screen looks for everybody who uses the database. */
export interface ScreenSettings {
    /** `#rrggbb`. */
    accent: string;
    theme: "system" | "light" | "dark";
    letter_keys: boolean;
    density: "dense" | "airy";
}

/** A term of the city's schools. */
export interface DaySpan {
    /** First day, ISO. */
    from: string;
    /** Last day, ISO, inclusive. */
    until: string;
}

/** The schools of the city. */
export interface SchoolSettings {
    /** In order of time. */
    terms: DaySpan[];
}

/** All settings. */
export interface SettingsParts {
    municipality: MunicipalitySettings;
    booking: BookingSettings;
    limits: LimitSettings;
    backup: BackupSettings;
    screen: ScreenSettings;
    school: SchoolSettings;
}

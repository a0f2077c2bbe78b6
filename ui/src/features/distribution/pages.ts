// The pages of the distribution, in the order of their tabs.
import { distributionPlace, suspensePlace, wrongPlace } from "../../frame/places";

/** Pages that have a tab. */
export const DISTRIBUTION_PAGES = [
    { id: "months", label: "runs-page-months", path: distributionPlace(), keys: ["Alt+1"] },
    { id: "wrong", label: "runs-page-wrong", path: wrongPlace(), keys: ["Alt+2"] },
    { id: "suspense", label: "runs-page-suspense", path: suspensePlace(), keys: ["Alt+3"] },
] as const;

/** Name of a page that has a tab. */
export type DistributionPage = (typeof DISTRIBUTION_PAGES)[number]["id"];

// The pages of the law, in the order of their tabs.
import { calculatorPlace, effectPlace, lawPlace, questionsPlace, yearPlace } from "../../frame/places";

/** All pages. */
export const LAW_PAGES = [
    { id: "catalogue", label: "rules-page-catalogue", path: lawPlace() },
    { id: "calculator", label: "rules-page-calculator", path: calculatorPlace().path },
    { id: "year", label: "rules-page-year", path: yearPlace() },
    { id: "effect", label: "rules-page-effect", path: effectPlace() },
    { id: "questions", label: "rules-page-questions", path: questionsPlace() },
] as const;

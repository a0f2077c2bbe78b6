// What every test of a component finds in its page.
import { afterEach } from "vitest";
import { injectSprite } from "./theme/icons";

injectSprite(document);
afterEach(() => document.querySelectorAll("body > [data-v-app]").forEach((mounted) => mounted.remove()));
